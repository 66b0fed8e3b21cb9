package dev.gator.provider.anthropic;

/** A thought that the service hides: it travels as a signature that says so, because it goes back as another block. */
final class RedactedThought {

    private static final String MARK = "redacted_thinking:";

    private RedactedThought() {}

    static String signature(String data) {
        return MARK + data;
    }

    /** Returns the hidden thought, or an empty text if the signature is that of a thought which can be read. */
    static String data(String signature) {
        return signature.startsWith(MARK) ? signature.substring(MARK.length()) : "";
    }
}
