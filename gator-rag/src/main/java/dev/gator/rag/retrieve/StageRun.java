package dev.gator.rag.retrieve;

import dev.gator.call.CallContext;
import dev.gator.embed.Embedding;
import dev.gator.store.Filter;
import dev.gator.store.VectorHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stage works with: the context of the call, the corpus, and a place for notes. Belongs to one search. */
public final class StageRun {

    private final Lookup lookup;
    private final CallContext context;
    private final List<String> notes = new ArrayList<>();

    StageRun(Lookup lookup, CallContext context) {
        this.lookup = lookup;
        this.context = context;
    }

    /** Returns owner, deadline, cancellation, budget and observers; pass it on to every model. */
    public CallContext context() {
        return context;
    }

    /** Returns what is searched. */
    public Corpus corpus() {
        return lookup.corpus();
    }

    /** Puts a fact into the trace; never a prompt, a reply or a secret. */
    public void note(String fact) {
        notes.add(fact);
    }

    /** Returns the owner's records that match these words best, best first, not below those of earlier equal look-ups. */
    public List<VectorHit> byWords(String words, Filter filter, int most) {
        return lookup.byWords(words, filter, most, context);
    }

    /** Returns the owner's records that are nearest in meaning, nearest first. */
    public List<VectorHit> byMeaning(Embedding meaning, Filter filter, int most) {
        return lookup.byMeaning(meaning, filter, most, context);
    }

    /** Returns the meaning of what is searched for; empty if the corpus is searched by words only. */
    public Optional<Embedding> meaningOf(Probe probe) {
        return probe.embedding().or(() -> lookup.embed(probe.text(), context));
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
