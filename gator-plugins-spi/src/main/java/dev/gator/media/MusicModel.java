package dev.gator.media;

/** Makes music. Implementations are thread-safe and throw only {@link dev.gator.error.GatorException}. */
public interface MusicModel {

    /** Returns what this model is. Constant time, no network. */
    MediaCard card();

    /** Makes music, blocking until it is there. */
    MusicReply compose(MusicRequest request);
}
