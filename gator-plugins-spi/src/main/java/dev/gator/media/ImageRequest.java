package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.content.MediaType;
import dev.gator.error.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a picture should show. Immutable; references to people are checked for consent when it is built. */
public final class ImageRequest {

    private final String prompt;
    private final @Nullable String negativePrompt;
    private final FrameSize size;
    private final int count;
    private final Quality quality;
    private final @Nullable Long seed;
    private final @Nullable Integer steps;
    private final @Nullable Double guidance;
    private final MediaType format;
    private final boolean transparent;
    private final List<ReferenceImage> references;
    private final @Nullable ImageEdit edit;
    private final @Nullable String persona;
    private final Overrides overrides;
    private final CallContext context;

    private ImageRequest(Builder builder) {
        this.prompt = builder.prompt;
        this.negativePrompt = builder.negativePrompt;
        this.size = builder.size;
        this.count = builder.count;
        this.quality = builder.quality;
        this.seed = builder.seed;
        this.steps = builder.steps;
        this.guidance = builder.guidance;
        this.format = builder.format;
        this.transparent = builder.transparent;
        this.references = List.copyOf(builder.references);
        this.edit = builder.edit;
        this.persona = builder.persona;
        this.overrides = builder.overrides;
        this.context = builder.context;
        Require.that(format.isImage(), "image format is " + format);
        references.forEach(reference -> reference.check(context));
        if (edit != null) {
            edit.image().check(context);
        }
    }

    /** Starts a request with a description of the picture. */
    public static Builder of(String prompt) {
        return new Builder(prompt);
    }

    /** Starts with this request's content. */
    public Builder toBuilder() {
        Builder copy = new Builder(prompt);
        copy.negativePrompt = negativePrompt;
        copy.size = size;
        copy.count = count;
        copy.quality = quality;
        copy.seed = seed;
        copy.steps = steps;
        copy.guidance = guidance;
        copy.format = format;
        copy.transparent = transparent;
        copy.references.addAll(references);
        copy.edit = edit;
        copy.persona = persona;
        copy.overrides = overrides;
        copy.context = context;
        return copy;
    }

    /** Returns the same request in another context; checks consent again. */
    public ImageRequest withContext(CallContext other) {
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

    /** Returns how many pictures are wanted. */
    public int count() {
        return count;
    }

    /** Returns how good it should be. */
    public Quality quality() {
        return quality;
    }

    /** Returns the seed that makes the result repeatable, if one is wanted. */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Returns how many steps a diffusion model takes, if that is said. */
    public OptionalInt steps() {
        return steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
    }

    /** Returns how strictly the prompt is followed, if that is said. */
    public OptionalDouble guidance() {
        return guidance == null ? OptionalDouble.empty() : OptionalDouble.of(guidance);
    }

    /** Returns the file format. */
    public MediaType format() {
        return format;
    }

    /** Returns whether the background is transparent. */
    public boolean transparent() {
        return transparent;
    }

    /** Returns pictures to be guided by. */
    public List<ReferenceImage> references() {
        return references;
    }

    /** Returns what is done to an existing picture, if anything. */
    public Optional<ImageEdit> edit() {
        return Optional.ofNullable(edit);
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
        private FrameSize size = FrameSize.square(1024);
        private int count = 1;
        private Quality quality = Quality.STANDARD;
        private @Nullable Long seed;
        private @Nullable Integer steps;
        private @Nullable Double guidance;
        private MediaType format = MediaType.PNG;
        private boolean transparent = false;
        private final List<ReferenceImage> references = new ArrayList<>();
        private @Nullable ImageEdit edit;
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

        /** Sets how many pictures are wanted, 1 to 10. */
        public Builder count(int value) {
            this.count = Require.range("image count", value, 1, 10);
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

        /** Sets how many steps a diffusion model takes, 1 to 150. */
        public Builder steps(int value) {
            this.steps = Require.range("steps", value, 1, 150);
            return this;
        }

        /** Sets how strictly the prompt is followed, 0 to 30. */
        public Builder guidance(double value) {
            this.guidance = Require.range("guidance", value, 0.0, 30.0);
            return this;
        }

        /** Sets the file format. */
        public Builder format(MediaType value) {
            this.format = value;
            return this;
        }

        /** Asks for a transparent background. */
        public Builder transparent(boolean wanted) {
            this.transparent = wanted;
            return this;
        }

        /** Adds a picture to be guided by. */
        public Builder reference(ReferenceImage value) {
            references.add(value);
            return this;
        }

        /** Changes an existing picture instead of making one from nothing. */
        public Builder edit(ImageEdit value) {
            this.edit = value;
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
        public ImageRequest build() {
            return new ImageRequest(this);
        }
    }
}
