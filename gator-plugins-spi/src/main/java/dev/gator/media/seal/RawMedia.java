package dev.gator.media.seal;

import dev.gator.content.MediaType;

/**
 * Unsealed bytes, in the hands of a {@link Sealer} or {@link Composer} for the time of one call. Nobody else gets one.
 */
public final class RawMedia {

    private final byte[] bytes;
    private final MediaType type;
    private final MediaOrigin origin;

    RawMedia(byte[] bytes, MediaType type, MediaOrigin origin) {
        this.bytes = bytes;
        this.type = type;
        this.origin = origin;
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns what it is. */
    public MediaType type() {
        return type;
    }

    /** Returns where it comes from. */
    public MediaOrigin origin() {
        return origin;
    }
}
