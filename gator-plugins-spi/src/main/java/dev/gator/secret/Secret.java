package dev.gator.secret;

import dev.gator.error.Require;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A key or token. Prints as {@code ***}; equality takes constant time; it cannot be serialised. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a value; white space around it, a common copying slip, is dropped. */
    public static Secret of(String value) {
        String trimmed = value.strip();
        Require.that(!trimmed.isEmpty(), "secret is blank");
        Require.that(
                trimmed.chars().allMatch(c -> c > 32 && c < 127),
                "secret has characters that no key has (white space or outside ASCII)");
        return new Secret(trimmed);
    }

    /** Returns the value itself, for the one place that puts it on the wire. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns {@code ***}. */
    @Override
    public String toString() {
        return "***";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
