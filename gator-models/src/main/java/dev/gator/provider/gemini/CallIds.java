package dev.gator.provider.gemini;

/** Ids of tool calls to which the service gave none. They are never sent to it. */
final class CallIds {

    private static final String PREFIX = "gator-call-";

    private CallIds() {}

    static String makeUp(String replyId, int number) {
        return PREFIX + (replyId.isEmpty() ? "" : replyId + "-") + number;
    }

    static boolean isMadeUp(String id) {
        return id.startsWith(PREFIX);
    }
}
