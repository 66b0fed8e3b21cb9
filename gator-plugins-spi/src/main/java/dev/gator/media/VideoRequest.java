package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.error.Require;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a film should show. Immutable; references to people are checked for consent when it is built. */
public final class VideoRequest {

    private final String prompt;
    private final @Nullable String negativePrompt;
    private final FrameSize size;
    private final int frameRate;
    private final Duration length;
    private final Quality quality;
    private final @Nullable Long seed;
    private final @Nullable ReferenceImage firstFrame;
    private final @Nullable ReferenceImage lastFrame;
    private final CameraMove camera;
    private final boolean sound;
    private final @Nullable String persona;
    private final Overrides overrides;
    private final CallContext context;

    private VideoRequest(Builder builder) {
        this.prompt = builder.prompt;
        this.negativePrompt = builder.negativePrompt;
        this.size = builder.size;
        this.frameRate = builder.frameRate;
        this.length = builder.length;
        this.quality = builder.quality;
        this.seed = builder.seed;
        this.firstFrame = builder.firstFrame;
        this.lastFrame = builder.lastFrame;
        this.camera = builder.camera;
        this.sound = builder.sound;
        this.persona = builder.persona;
        this.overrides = builder.overrides;
        this.context = builder.context;
        if (firstFrame != null) {
            firstFrame.check(context);
        }
        if (lastFrame != null) {
            lastFrame.check(context);
        }
    }

    /** Starts a request with a description of the film. */
    public static Builder of(String prompt) {
        return new Builder(prompt);
    }

    /** Starts with this request's content. */
    public Builder toBuilder() {
        Builder copy = new Builder(prompt);
        copy.negativePrompt = negativePrompt;
        copy.size = size;
        copy.frameRate = frameRate;
        copy.length = length;
        copy.quality = quality;
        copy.seed = seed;
        copy.firstFrame = firstFrame;
        copy.lastFrame = lastFrame;
        copy.camera = camera;
        copy.sound = sound;
        copy.persona = persona;
        copy.overrides = overrides;
        copy.context = context;
        return copy;
    }

    /** Returns the same request in another context; checks consent again. */
    public VideoRequest withContext(CallContext other) {
        return toBuilder().context(other).build();
    }

    /** Returns the description. */
    public String prompt() {
        return prompt;
    }

    /** Returns what should not appear, if anything. */
    public Optional<String> negativePrompt() {
        return Optional.ofNullable(negativePrompt);
    }

    /** Returns the size in pixels. */
    public FrameSize size() {
        return size;
    }

    /** Returns the frames per second. */
    public int frameRate() {
        return frameRate;
    }

    /** Returns how long it lasts. */
    public Duration length() {
        return length;
    }

    /** Returns how good it should be. */
    public Quality quality() {
        return quality;
    }

    /** Returns the seed that makes the result repeatable, if one is wanted. */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Returns the picture that it begins with, if any. */
    public Optional<ReferenceImage> firstFrame() {
        return Optional.ofNullable(firstFrame);
    }

    /** Returns the picture that it ends with, if any. */
    public Optional<ReferenceImage> lastFrame() {
        return Optional.ofNullable(lastFrame);
    }

    /** Returns how the camera moves. */
    public CameraMove camera() {
        return camera;
    }

    /** Returns whether it should have sound. */
    public boolean sound() {
        return sound;
    }

    /** Returns the persona on whose behalf it is made, for the manifest. */
    public Optional<String> persona() {
        return Optional.ofNullable(persona);
    }

    /** Returns what differs for this call alone. */
    public Overrides overrides() {
        return overrides;
    }

    /** Returns who asks, until when, and how to stop. */
    public CallContext context() {
        return context;
    }

    /** Collects a request. */
    public static final class Builder {
        private final String prompt;
        private @Nullable String negativePrompt;
        private FrameSize size = FrameSize.FULL_HD;
        private int frameRate = 30;
        private Duration length = Duration.ofSeconds(3);
        private Quality quality = Quality.STANDARD;
        private @Nullable Long seed;
        private @Nullable ReferenceImage firstFrame;
        private @Nullable ReferenceImage lastFrame;
        private CameraMove camera = CameraMove.STILL;
        private boolean sound = false;
        private @Nullable String persona;
        private Overrides overrides = Overrides.none();
        private CallContext context = CallContext.create();

        private Builder(String prompt) {
            this.prompt = Require.length("prompt", Require.text("prompt", prompt), 1, 32_000);
        }

        /** Says what should not appear. */
        public Builder negativePrompt(String value) {
            this.negativePrompt = Require.length("negative prompt", value, 1, 32_000);
            return this;
        }

        /** Sets the size in pixels. */
        public Builder size(FrameSize value) {
            this.size = value;
            return this;
        }

        /** Sets the frames per second, 1 to 120. */
        public Builder frameRate(int value) {
            this.frameRate = Require.range("frame rate", value, 1, 120);
            return this;
        }

        /** Sets how long it lasts, at most ten minutes. */
        public Builder length(Duration value) {
            this.length = Lengths.checked("film length", value);
            return this;
        }

        /** Sets how good it should be. */
        public Builder quality(Quality value) {
            this.quality = value;
            return this;
        }

        /** Makes the result repeatable where the model can. */
        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        /** Begins with a picture. */
        public Builder firstFrame(ReferenceImage value) {
            this.firstFrame = value;
            return this;
        }

        /** Ends with a picture. */
        public Builder lastFrame(ReferenceImage value) {
            this.lastFrame = value;
            return this;
        }

        /** Sets how the camera moves. */
        public Builder camera(CameraMove value) {
            this.camera = value;
            return this;
        }

        /** Asks for sound. */
        public Builder sound(boolean wanted) {
            this.sound = wanted;
            return this;
        }

        /** Names the persona on whose behalf it is made, for the manifest. */
        public Builder persona(String value) {
            this.persona = Require.text("persona", value);
            return this;
        }

        /** Sets another model, key or address for this call alone. */
        public Builder overrides(Overrides value) {
            this.overrides = value;
            return this;
        }

        /** Sets who asks, until when, and how to stop. */
        public Builder context(CallContext value) {
            this.context = value;
            return this;
        }

        /** Returns the request. */
        public VideoRequest build() {
            return new VideoRequest(this);
        }
    }
}
