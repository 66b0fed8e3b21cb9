package dev.gator.rag.learn;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.rag.script.ReelExample;
import dev.gator.rag.script.Standing;
import dev.gator.store.KeyValueStore;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How scripts and examples did, by their ids, for each owner apart. As long-lived as the key-value store that it writes to,
 * which stays the caller's to close. Thread-safe.
 */
public final class Outcomes implements Standing {

    private static final String PREFIX = "reel-outcome/";
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int SAMPLE = 1_000;
    private static final int OWNERS = 1_000;

    private record Learned(RatePrior prior, Instant when) {}

    private final KeyValueStore store;
    private final TimeSource time;
    private final Kept<Outcome> kept;
    private final Map<Owner, Learned> priors = new ConcurrentHashMap<>();

    private Outcomes(KeyValueStore store, TimeSource time) {
        this.store = store;
        this.time = time;
        this.kept = new Kept<>(store, Outcome.class);
    }

    /** Returns what this store knows. */
    public static Outcomes over(KeyValueStore store, TimeSource time) {
        return new Outcomes(store, time);
    }

    /** Adds what happened since the last time; returns all that happened so far. */
    public Outcome record(Owner owner, String id, Outcome more) {
        Outcome all = kept.change(owner, PREFIX + id, Outcome.NONE, before -> before.plus(more));
        priors.remove(owner);
        return all;
    }

    /** Returns all that happened so far, if anything did. */
    public Optional<Outcome> find(Owner owner, String id) {
        return kept.get(owner, PREFIX + id);
    }

    /** Lists the ids that have outcomes. */
    public Page<String> ids(Owner owner, PageRequest page) {
        PageRequest inStore = page.after()
                .map(after -> new PageRequest(page.limit(), PREFIX + after))
                .orElseGet(() -> PageRequest.first(page.limit()));
        Page<String> keys = store.keys(owner, PREFIX, inStore);
        List<String> ids =
                keys.items().stream().map(key -> key.substring(PREFIX.length())).toList();
        return new Page<>(ids, keys.cursor() == null || ids.isEmpty() ? null : ids.get(ids.size() - 1));
    }

    /** Returns what is usual for this owner, learned from up to a thousand of its outcomes, at most a minute old. */
    public RatePrior prior(Owner owner) {
        Instant now = time.now();
        Learned known = priors.get(owner);
        if (known == null || !now.isBefore(known.when.plus(FRESH))) {
            known = new Learned(learn(owner), now);
            if (priors.size() >= OWNERS) {
                priors.clear();
            }
            priors.put(owner, known);
        }
        return known.prior;
    }

    /** Returns the rate of a script or an example, drawn towards what is usual; what is usual if there is no outcome. */
    public double rate(Owner owner, String id) {
        return prior(owner).shrink(find(owner, id).orElse(Outcome.NONE));
    }

    /** Returns rate ÷ (rate + usual rate); an example that states its own engagement is drawn towards that instead. */
    @Override
    public double of(Owner owner, String id, ReelExample example) {
        RatePrior usual = prior(owner);
        RatePrior own = example.engagement() == 0 ? usual : usual.around(example.engagement() / 100);
        double rate = own.shrink(find(owner, id).orElse(Outcome.NONE));
        return rate / (rate + usual.mean());
    }

    private RatePrior learn(Owner owner) {
        List<Outcome> outcomes = new ArrayList<>();
        ids(owner, PageRequest.first(SAMPLE)).items().forEach(id -> find(owner, id)
                .ifPresent(outcomes::add));
        return RatePrior.of(outcomes);
    }
}
