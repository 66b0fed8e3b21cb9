package dev.gator.provider.http;

/**
 * How a service wants its key.
 *
 * @param name the header
 * @param prefix what stands before the key, such as {@code "Bearer "}
 */
public record KeyHeader(String name, String prefix) {

    /** {@code Authorization: Bearer ...}. */
    public static final KeyHeader BEARER = new KeyHeader("Authorization", "Bearer ");

    /** Returns a header that holds nothing but the key. */
    public static KeyHeader plain(String name) {
        return new KeyHeader(name, "");
    }
}
