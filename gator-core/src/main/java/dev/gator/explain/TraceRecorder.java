package dev.gator.explain;

import dev.gator.error.Require;
import dev.gator.observe.Event;
import dev.gator.observe.Explanation;
import dev.gator.observe.Observer;
import dev.gator.observe.Outcome;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the events of one trace and gives them back as a tree. Thread-safe. Keeps at most a given number of spans and
 * facts; what is beyond them is counted, not kept.
 */
public final class TraceRecorder implements Observer {

    private static final int DEFAULT_SPANS = 10_000;
    private static final int FACTS_PER_SPAN = 200;

    private final int capacity;
    private final Map<Long, Node> nodes = new LinkedHashMap<>();
    private int dropped;

    private TraceRecorder(int capacity) {
        this.capacity = capacity;
    }

    /** Returns a recorder of up to 10,000 spans. */
    public static TraceRecorder create() {
        return ofSpans(DEFAULT_SPANS);
    }

    /** Returns a recorder of up to that many spans. */
    public static TraceRecorder ofSpans(int most) {
        return new TraceRecorder(Require.range("spans to keep", most, 1, 1_000_000));
    }

    @Override
    public synchronized void on(Event event) {
        if (event instanceof Event.Started started) {
            begin(started);
            return;
        }
        Node node = nodes.get(event.span().id());
        if (node != null && event instanceof Event.Noted noted) {
            node.note(noted);
        } else if (node != null && event instanceof Event.Ended ended) {
            node.end = ended;
        }
    }

    /** Returns the tree under the first span, or empty if nothing was recorded. What still runs counts as cancelled. */
    public synchronized Optional<Explanation> explanation() {
        Map<Long, List<Node>> children = new LinkedHashMap<>();
        Node root = null;
        for (Node node : nodes.values()) {
            if (root == null) {
                root = node;
            } else {
                children.computeIfAbsent(node.start.span().parent(), k -> new ArrayList<>())
                        .add(node);
            }
        }
        return Optional.ofNullable(root).map(first -> first.explain(children));
    }

    /** Returns how many spans were not kept because there were too many. */
    public synchronized int dropped() {
        return dropped;
    }

    private void begin(Event.Started started) {
        if (nodes.size() < capacity) {
            nodes.put(started.span().id(), new Node(started));
        } else {
            dropped++;
        }
    }

    private static final class Node {
        private final Event.Started start;
        private final List<Explanation.Fact> facts = new ArrayList<>();
        private Instant lastSeen;
        private Event.@Nullable Ended end;

        Node(Event.Started start) {
            this.start = start;
            this.lastSeen = start.at();
        }

        void note(Event.Noted noted) {
            lastSeen = noted.at();
            if (facts.size() < FACTS_PER_SPAN) {
                facts.add(new Explanation.Fact(noted.name(), noted.value()));
            }
        }

        Explanation explain(Map<Long, List<Node>> children) {
            List<Explanation> below = children.getOrDefault(start.span().id(), List.of()).stream()
                    .map(child -> child.explain(children))
                    .toList();
            Event.Ended over = end;
            return over == null
                    ? explain(Duration.between(start.at(), lastSeen), Outcome.CANCELLED, null, below)
                    : explain(over.took(), over.outcome(), over, below);
        }

        private Explanation explain(
                Duration took, Outcome outcome, Event.@Nullable Ended over, List<Explanation> below) {
            return new Explanation(
                    start.kind(),
                    start.name(),
                    start.at(),
                    took,
                    outcome,
                    over == null ? Optional.empty() : over.error(),
                    facts,
                    over == null ? Usage.NONE : over.usage(),
                    over == null ? Optional.empty() : over.cost(),
                    below);
        }
    }
}
