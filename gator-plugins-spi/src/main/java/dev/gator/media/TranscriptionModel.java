package dev.gator.media;

/** Writes down what is spoken. Implementations are thread-safe and throw only {@link dev.gator.error.GatorException}. */
public interface TranscriptionModel {

    /** Returns what this model is. Constant time, no network. */
    MediaCard card();

    /** Writes down what is spoken, blocking until it is there. */
    Transcript transcribe(TranscriptionRequest request);
}
