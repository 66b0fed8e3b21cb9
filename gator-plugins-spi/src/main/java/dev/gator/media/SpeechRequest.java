package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.content.Language;
import dev.gator.content.MediaType;
import dev.gator.error.Require;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is to be spoken, and how. Immutable; a granted voice is checked for consent when it is built. */
public final class SpeechRequest {

    private final String text;
    private final VoiceProfile profile;
    private final @Nullable Language language;
    private final MediaType format;
    private final @Nullable Integer sampleRate;
    private final boolean wordTimings;
    private final @Nullable String before;
    private final @Nullable String after;
    private final Quality quality;
    private final @Nullable Long seed;
    private final @Nullable String persona;
    private final Overrides overrides;
    private final CallContext context;

    private SpeechRequest(Builder builder) {
        this.text = builder.text;
        this.profile = builder.profile;
        this.language = builder.language;
        this.format = builder.format;
        this.sampleRate = builder.sampleRate;
        this.wordTimings = builder.wordTimings;
        this.before = builder.before;
        this.after = builder.after;
        this.quality = builder.quality;
        this.seed = builder.seed;
        this.persona = builder.persona;
        this.overrides = builder.overrides;
        this.context = builder.context;
        Require.that(format.isAudio(), "speech format is " + format);
        profile.voice().check(context);
    }

    /** Starts a request with words and a voice. */
    public static Builder of(String text, VoiceProfile profile) {
        return new Builder(text, profile);
    }

    /** Starts with this request's content. */
    public Builder toBuilder() {
        Builder copy = new Builder(text, profile);
        copy.language = language;
        copy.format = format;
        copy.sampleRate = sampleRate;
        copy.wordTimings = wordTimings;
        copy.before = before;
        copy.after = after;
        copy.quality = quality;
        copy.seed = seed;
        copy.persona = persona;
        copy.overrides = overrides;
        copy.context = context;
        return copy;
    }

    /** Returns the same request in another context; checks consent again. */
    public SpeechRequest withContext(CallContext other) {
        return toBuilder().context(other).build();
    }

    /** Returns the words. */
    public String text() {
        return text;
    }

    /** Returns the voice and its manner. */
    public VoiceProfile profile() {
        return profile;
    }

    /** Returns the language, if the model should not guess it. */
    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /** Returns the file format. */
    public MediaType format() {
        return format;
    }

    /** Returns the samples per second, if that is said. */
    public OptionalInt sampleRate() {
        return sampleRate == null ? OptionalInt.empty() : OptionalInt.of(sampleRate);
    }

    /** Returns whether the time of each word is wanted. */
    public boolean wordTimings() {
        return wordTimings;
    }

    /** Returns what was spoken before, if anything, so that the melody fits. */
    public Optional<String> before() {
        return Optional.ofNullable(before);
    }

    /** Returns what will be spoken next, if anything, so that the melody fits. */
    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    /** Returns how good it should be. */
    public Quality quality() {
        return quality;
    }

    /** Returns the seed that makes the result repeatable, if one is wanted. */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
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
        private final String text;
        private final VoiceProfile profile;
        private @Nullable Language language;
        private MediaType format = MediaType.WAV;
        private @Nullable Integer sampleRate;
        private boolean wordTimings = false;
        private @Nullable String before;
        private @Nullable String after;
        private Quality quality = Quality.STANDARD;
        private @Nullable Long seed;
        private @Nullable String persona;
        private Overrides overrides = Overrides.none();
        private CallContext context = CallContext.create();

        private Builder(String text, VoiceProfile profile) {
            this.text = Require.length("text to speak", Require.text("text to speak", text), 1, 100_000);
            this.profile = profile;
        }

        /** Says which language it is. */
        public Builder language(Language value) {
            this.language = value;
            return this;
        }

        /** Sets the file format. */
        public Builder format(MediaType value) {
            this.format = value;
            return this;
        }

        /** Sets the samples per second, 8,000 to 192,000. */
        public Builder sampleRate(int value) {
            this.sampleRate = Require.range("sample rate", value, 8_000, 192_000);
            return this;
        }

        /** Asks for the time of each word. */
        public Builder wordTimings(boolean wanted) {
            this.wordTimings = wanted;
            return this;
        }

        /** Says what was spoken before, so that the melody fits. */
        public Builder before(String value) {
            this.before = value;
            return this;
        }

        /** Says what will be spoken next, so that the melody fits. */
        public Builder after(String value) {
            this.after = value;
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
        public SpeechRequest build() {
            return new SpeechRequest(this);
        }
    }
}
