package dev.gator.provider.http;

import java.util.Locale;

/**
 * What a service said about a failed call.
 *
 * @param status the HTTP status; 0 if the error came in a stream that had begun well
 * @param type the service's kind of error, or an empty text
 * @param code the service's code, or an empty text
 * @param message the service's words, as they came
 */
public record ServiceError(int status, String type, String code, String message) {

    /** Returns whether type or code is one of these. */
    public boolean is(String... names) {
        for (String name : names) {
            if (type.equalsIgnoreCase(name) || code.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the message has one of these in it, whatever the case. */
    public boolean says(String... pieces) {
        String lower = message.toLowerCase(Locale.ROOT);
        for (String piece : pieces) {
            if (lower.contains(piece)) {
                return true;
            }
        }
        return false;
    }
}
