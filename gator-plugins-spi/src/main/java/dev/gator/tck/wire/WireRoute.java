package dev.gator.tck.wire;

import dev.gator.error.Require;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the server answers on one method and path. Replies are used in the order given, each once, and the last one for
 * every further request. Safe for any number of threads.
 */
public final class WireRoute {

    private final String method;
    private final String before;
    private final Optional<String> after;
    private final Deque<Function<RecordedRequest, WireReply>> waiting = new ArrayDeque<>();
    private Optional<Function<RecordedRequest, WireReply>> last = Optional.empty();

    WireRoute(String method, String path) {
        this.method = Require.text("method", method);
        Require.that(path.startsWith("/"), "path does not begin with a slash: " + path);
        int star = path.indexOf('*');
        this.before = star < 0 ? path : path.substring(0, star);
        this.after = star < 0 ? Optional.empty() : Optional.of(path.substring(star + 1));
    }

    /** Adds replies to the queue. */
    public synchronized WireRoute reply(WireReply... replies) {
        for (WireReply reply : replies) {
            waiting.add(request -> reply);
        }
        return this;
    }

    /** Adds a reply that is chosen when the request is known; called on the connection's thread. */
    public synchronized WireRoute reply(Function<RecordedRequest, WireReply> choice) {
        waiting.add(choice);
        return this;
    }

    synchronized Optional<Function<RecordedRequest, WireReply>> next() {
        if (!waiting.isEmpty()) {
            last = Optional.of(waiting.remove());
        }
        return last;
    }

    boolean isPattern() {
        return after.isPresent();
    }

    boolean matches(String wantedMethod, String path) {
        if (!method.equals(wantedMethod)) {
            return false;
        }
        if (after.isEmpty()) {
            return path.equals(before);
        }
        String tail = after.get();
        return path.length() >= before.length() + tail.length() && path.startsWith(before) && path.endsWith(tail);
    }

    /** Returns the method and the path. */
    @Override
    public String toString() {
        return method + " " + before + after.map(tail -> "*" + tail).orElse("");
    }
}
