package dev.gator.tck.wire;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What two requests must share to be the same: the method, the path with the query, and the body, where the order of
 * names and the spelling of numbers in JSON and the border text of a multipart form do not matter.
 *
 * @param method the method
 * @param target the path with the query
 * @param body the body in its normal form
 */
record RequestKey(String method, String target, String body) {

    private static final int EXCERPT = 60;

    static RequestKey of(String method, String target, WireHeaders headers, byte[] body) {
        return new RequestKey(method, target, normal(headers, body));
    }

    /** Returns how alike two requests are; larger is closer. */
    int likeness(RequestKey other) {
        int path = commonPrefix(method + " " + target, other.method + " " + other.target);
        boolean sameTarget = method.equals(other.method) && target.equals(other.target);
        return sameTarget ? path + 1 + commonPrefix(body, other.body) : path;
    }

    /** Returns where two requests differ, with some text around it. */
    String difference(RequestKey other) {
        if (!method.equals(other.method) || !target.equals(other.target)) {
            return "asked " + method + " " + target + ", recorded " + other.method + " " + other.target;
        }
        int at = commonPrefix(body, other.body);
        return "the bodies differ at " + at + ": asked " + around(body, at) + ", recorded " + around(other.body, at);
    }

    private static String normal(WireHeaders headers, byte[] body) {
        try {
            return Json.parse(new String(body, StandardCharsets.UTF_8)).canonical();
        } catch (GatorException e) {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            return boundary(headers)
                    .map(border -> text.replace(border, "border"))
                    .orElse(text);
        }
    }

    private static Optional<String> boundary(WireHeaders headers) {
        String type = headers.first("content-type").orElse("");
        int at = type.indexOf("boundary=");
        return at < 0
                ? Optional.empty()
                : Optional.of(type.substring(at + "boundary=".length()).replace("\"", ""));
    }

    private static int commonPrefix(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String around(String text, int at) {
        int from = Math.max(0, at - EXCERPT / 2);
        return "'" + text.substring(from, Math.min(text.length(), from + EXCERPT)) + "'";
    }
}
