package dev.gator.media.seal;

import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.content.Sha256;
import dev.gator.error.GatorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Synthetic media that says so: labelled, marked, with its manifest. Immutable and thread-safe. */
public final class SealedMedia {

    private final byte[] bytes;
    private final MediaManifest manifest;

    SealedMedia(byte[] bytes, MediaManifest manifest) {
        this.bytes = bytes;
        this.manifest = manifest;
    }

    /**
     * Recognises a sealed file, such as one that was saved earlier.
     *
     * @throws GatorException {@link SealError#NOT_SEALED} if the sealer finds no valid seal
     */
    public static SealedMedia open(byte[] bytes, MediaType type, Sealer sealer) {
        byte[] own = bytes.clone();
        return sealer.verify(own.clone(), type)
                .map(manifest -> new SealedMedia(own, manifest))
                .orElseThrow(() -> new GatorException(
                        SealError.NOT_SEALED, own.length + " bytes of " + type + " have no valid seal"));
    }

    /** Returns what it is. */
    public MediaType type() {
        return manifest.type();
    }

    /** Returns what the seal says. */
    public MediaManifest manifest() {
        return manifest;
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns how many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** Opens the bytes for reading, without a copy. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** Returns the fingerprint of the sealed bytes. */
    public String sha256() {
        return Sha256.of(bytes);
    }

    /** Returns it as something that can go with a message. */
    public Attachment.Bytes attachment() {
        return Attachment.of(bytes, type(), Integer.MAX_VALUE - 1L);
    }

    /** Writes the file whole or not at all; an existing file is replaced. */
    public Path writeTo(Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new GatorException(SealError.NOT_WRITTEN, "cannot write " + file, e);
        }
    }

    /** Returns type, size and model, never the content. */
    @Override
    public String toString() {
        return "SealedMedia[" + type() + ", " + bytes.length + " bytes, "
                + manifest.origin().model() + "]";
    }
}
