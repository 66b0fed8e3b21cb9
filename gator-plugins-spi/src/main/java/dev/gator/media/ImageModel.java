package dev.gator.media;

/** Makes pictures. Implementations are thread-safe and throw only {@link dev.gator.error.GatorException}. */
public interface ImageModel {

    /** Returns what this model is. Constant time, no network. */
    MediaCard card();

    /** Makes pictures, blocking until they are there. */
    ImageReply generate(ImageRequest request);
}
