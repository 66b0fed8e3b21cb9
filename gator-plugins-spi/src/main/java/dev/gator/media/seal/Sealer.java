package dev.gator.media.seal;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import java.util.Optional;

/**
 * Writes manifest, invisible mark and label into media, and reads them again. Runs after all plugin hooks. Implementations
 * are thread-safe.
 */
public interface Sealer {

    /**
     * Seals.
     *
     * @throws dev.gator.error.GatorException {@link SealError#UNSUPPORTED_TYPE} if it cannot seal this kind
     */
    Sealed seal(RawMedia media, Label label, CallContext context);

    /** Returns the manifest of sealed bytes, or nothing if there is none or the bytes were changed. Never throws. */
    Optional<MediaManifest> verify(byte[] bytes, MediaType type);

    /** What a sealer returns: the bytes with the seal in them, and what the seal says. */
    final class Sealed {
        private final byte[] bytes;
        private final MediaManifest manifest;

        /** Takes over the bytes; the sealer must not touch them any more. */
        public Sealed(byte[] bytes, MediaManifest manifest) {
            this.bytes = bytes;
            this.manifest = manifest;
        }

        /** Returns what the seal says. */
        public MediaManifest manifest() {
            return manifest;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
