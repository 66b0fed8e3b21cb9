package dev.gator.store;

import dev.gator.content.Sha256;
import dev.gator.error.Require;
import java.util.regex.Pattern;

/**
 * The name of content: its own fingerprint.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record BlobId(String sha256) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    /** Checks the digits. */
    public BlobId {
        Require.that(DIGITS.matcher(sha256).matches(), "not a SHA-256: " + sha256);
    }

    /** Returns the id of bytes. */
    public static BlobId of(byte[] bytes) {
        return new BlobId(Sha256.of(bytes));
    }
}
