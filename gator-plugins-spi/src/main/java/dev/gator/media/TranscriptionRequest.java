package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.content.Attachment;
import dev.gator.content.Language;
import dev.gator.error.Require;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sound to be written down. Immutable. */
public final class TranscriptionRequest {

    private final Attachment.Bytes audio;
    private final @Nullable Language language;
    private final @Nullable String hint;
    private final boolean wordTimings;
    private final boolean speakers;
    private final Overrides overrides;
    private final CallContext context;

    private TranscriptionRequest(Builder builder) {
        this.audio = builder.audio;
        this.language = builder.language;
        this.hint = builder.hint;
        this.wordTimings = builder.wordTimings;
        this.speakers = builder.speakers;
        this.overrides = builder.overrides;
        this.context = builder.context;
        boolean audible = audio.type().isAudio() || audio.type().isVideo();
        Require.that(audible, "cannot transcribe " + audio.type());
    }

    /** Starts a request with sound, or a film with sound. */
    public static Builder of(Attachment.Bytes audio) {
        return new Builder(audio);
    }

    /** Starts with this request's content. */
    public Builder toBuilder() {
        Builder copy = new Builder(audio);
        copy.language = language;
        copy.hint = hint;
        copy.wordTimings = wordTimings;
        copy.speakers = speakers;
        copy.overrides = overrides;
        copy.context = context;
        return copy;
    }

    /** Returns the same request in another context. */
    public TranscriptionRequest withContext(CallContext other) {
        return toBuilder().context(other).build();
    }

    /** Returns the sound. */
    public Attachment.Bytes audio() {
        return audio;
    }

    /** Returns the language, if the model should not guess it. */
    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /** Returns names and words that are likely to occur, if any. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** Returns whether the time of each word is wanted. */
    public boolean wordTimings() {
        return wordTimings;
    }

    /** Returns whether the speakers should be told apart. */
    public boolean speakers() {
        return speakers;
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
        private final Attachment.Bytes audio;
        private @Nullable Language language;
        private @Nullable String hint;
        private boolean wordTimings = false;
        private boolean speakers = false;
        private Overrides overrides = Overrides.none();
        private CallContext context = CallContext.create();

        private Builder(Attachment.Bytes audio) {
            this.audio = audio;
        }

        /** Says which language it is. */
        public Builder language(Language value) {
            this.language = value;
            return this;
        }

        /** Says which names and words are likely to occur. */
        public Builder hint(String value) {
            this.hint = Require.length("transcription hint", value, 1, 10_000);
            return this;
        }

        /** Asks for the time of each word. */
        public Builder wordTimings(boolean wanted) {
            this.wordTimings = wanted;
            return this;
        }

        /** Asks to tell the speakers apart. */
        public Builder speakers(boolean wanted) {
            this.speakers = wanted;
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
        public TranscriptionRequest build() {
            return new TranscriptionRequest(this);
        }
    }
}
