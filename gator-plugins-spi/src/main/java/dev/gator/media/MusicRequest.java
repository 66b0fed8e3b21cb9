package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.content.MediaType;
import dev.gator.error.Require;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What music should sound like. Immutable. */
public final class MusicRequest {

    private final String prompt;
    private final Duration length;
    private final @Nullable String lyrics;
    private final @Nullable Integer beatsPerMinute;
    private final MediaType format;
    private final Quality quality;
    private final @Nullable Long seed;
    private final @Nullable String persona;
    private final Overrides overrides;
    private final CallContext context;

    private MusicRequest(Builder builder) {
        this.prompt = builder.prompt;
        this.length = builder.length;
        this.lyrics = builder.lyrics;
        this.beatsPerMinute = builder.beatsPerMinute;
        this.format = builder.format;
        this.quality = builder.quality;
        this.seed = builder.seed;
        this.persona = builder.persona;
        this.overrides = builder.overrides;
        this.context = builder.context;
        Require.that(format.isAudio(), "music format is " + format);
    }

    /** Starts a request with a description of the music. */
    public static Builder of(String prompt) {
        return new Builder(prompt);
    }

    /** Starts with this request's content. */
    public Builder toBuilder() {
        Builder copy = new Builder(prompt);
        copy.length = length;
        copy.lyrics = lyrics;
        copy.beatsPerMinute = beatsPerMinute;
        copy.format = format;
        copy.quality = quality;
        copy.seed = seed;
        copy.persona = persona;
        copy.overrides = overrides;
        copy.context = context;
        return copy;
    }

    /** Returns the same request in another context. */
    public MusicRequest withContext(CallContext other) {
        return toBuilder().context(other).build();
    }

    /** Returns the description. */
    public String prompt() {
        return prompt;
    }

    /** Returns how long it lasts. */
    public Duration length() {
        return length;
    }

    /** Returns the words to be sung; without them it is instrumental. */
    public Optional<String> lyrics() {
        return Optional.ofNullable(lyrics);
    }

    /** Returns the tempo, if that is said. */
    public OptionalInt beatsPerMinute() {
        return beatsPerMinute == null ? OptionalInt.empty() : OptionalInt.of(beatsPerMinute);
    }

    /** Returns the file format. */
    public MediaType format() {
        return format;
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
        private final String prompt;
        private Duration length = Duration.ofSeconds(30);
        private @Nullable String lyrics;
        private @Nullable Integer beatsPerMinute;
        private MediaType format = MediaType.WAV;
        private Quality quality = Quality.STANDARD;
        private @Nullable Long seed;
        private @Nullable String persona;
        private Overrides overrides = Overrides.none();
        private CallContext context = CallContext.create();

        private Builder(String prompt) {
            this.prompt = Require.length("prompt", Require.text("prompt", prompt), 1, 32_000);
        }

        /** Sets how long it lasts, at most ten minutes. */
        public Builder length(Duration value) {
            this.length = Lengths.checked("music length", value);
            return this;
        }

        /** Sets the words to be sung. */
        public Builder lyrics(String value) {
            this.lyrics = Require.length("lyrics", Require.text("lyrics", value), 1, 20_000);
            return this;
        }

        /** Sets the tempo, 20 to 300 beats per minute. */
        public Builder beatsPerMinute(int value) {
            this.beatsPerMinute = Require.range("beats per minute", value, 20, 300);
            return this;
        }

        /** Sets the file format. */
        public Builder format(MediaType value) {
            this.format = value;
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
        public MusicRequest build() {
            return new MusicRequest(this);
        }
    }
}
