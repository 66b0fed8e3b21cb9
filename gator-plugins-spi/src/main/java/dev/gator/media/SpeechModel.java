package dev.gator.media;

/** Speaks. Implementations are thread-safe and throw only {@link dev.gator.error.GatorException}. */
public interface SpeechModel {

    /** Returns what this model is. Constant time, no network. */
    MediaCard card();

    /** Speaks, blocking until the sound is there. */
    SpeechReply speak(SpeechRequest request);
}
