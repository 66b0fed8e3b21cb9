package dev.gator.rag.studio;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.error.Require;
import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import dev.gator.store.KeyValueStore;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Feedback on any output that has an id: a script, an example, a document, an answer. Each person says one thing about an
 * output and may change it. Kept for each tenant apart, in a key-value store that stays the caller's to close. Thread-safe.
 */
public final class FeedbackBook {

    private static final String PREFIX = "feedback/";
    private static final Pattern ID = Pattern.compile("[^/\\s][^/]{0,199}");
    private static final int PAGE = 500;

    private final KeyValueStore store;
    private final TimeSource time;

    private FeedbackBook(KeyValueStore store, TimeSource time) {
        this.store = store;
        this.time = time;
    }

    /** Returns the feedback in a store. */
    public static FeedbackBook over(KeyValueStore store, TimeSource time) {
        return new FeedbackBook(store, time);
    }

    /** Keeps what {@code who} thinks of an output, instead of what the same user thought before; returns it with its time. */
    public Feedback give(Owner who, String output, Feedback feedback) {
        Feedback kept = feedback.keptAt(time.now());
        store.put(tenant(who), key(output) + user(who), JsonBinding.write(kept).toString());
        return kept;
    }

    /** Returns what {@code who} thinks of an output, if anything. */
    public Optional<Feedback> of(Owner who, String output) {
        return read(tenant(who), key(output) + user(who));
    }

    /** Takes back what {@code who} thinks of an output; returns whether there was anything. */
    public boolean takeBack(Owner who, String output) {
        return store.delete(tenant(who), key(output) + user(who));
    }

    /** Returns everything that users of a tenant think of an output, in the order of their ids. */
    public List<Feedback> all(Owner tenant, String output) {
        List<Feedback> all = new ArrayList<>();
        keys(tenant(tenant), key(output))
                .forEach(key -> read(tenant(tenant), key).ifPresent(all::add));
        return all;
    }

    /** Returns what users of a tenant think of an output, together. */
    public FeedbackSummary summary(Owner tenant, String output) {
        return FeedbackSummary.of(all(tenant, output));
    }

    /** Deletes everything that {@code who} said about any output; returns how much it was. */
    public int erase(Owner who) {
        List<String> doomed = keys(tenant(who), PREFIX).stream()
                .filter(key ->
                        key.substring(key.indexOf('/', PREFIX.length()) + 1).equals(user(who)))
                .toList();
        doomed.forEach(key -> store.delete(tenant(who), key));
        return doomed.size();
    }

    private List<String> keys(Owner owner, String prefix) {
        List<String> keys = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(PAGE));
        while (next.isPresent()) {
            Page<String> page = store.keys(owner, prefix, next.get());
            keys.addAll(page.items());
            next = page.next(PAGE);
        }
        return keys;
    }

    private Optional<Feedback> read(Owner owner, String key) {
        return store.get(owner, key).map(entry -> JsonBinding.read(Json.parse(entry.value()), Feedback.class));
    }

    private static String key(String output) {
        Require.that(ID.matcher(output).matches(), "not an id of an output: " + output);
        return PREFIX + output + "/";
    }

    private static String user(Owner who) {
        return who.user().orElse("");
    }

    private static Owner tenant(Owner who) {
        return Owner.tenant(who.tenant());
    }
}
