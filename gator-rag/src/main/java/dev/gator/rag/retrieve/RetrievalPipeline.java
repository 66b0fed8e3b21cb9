package dev.gator.rag.retrieve;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.call.TimeSource;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import dev.gator.store.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds evidence in stages, each of which the application may leave out, replace or add. Immutable and thread-safe; {@code
 * with} methods return copies. Searches only records of the context's owner.
 *
 * <pre>{@code
 * Corpus corpus = Corpus.of(store, CollectionName.of("handbook")).withEmbeddings(gator.embedding("local:all-minilm-l6-v2"));
 * Retrieved found = RetrievalPipeline.over(corpus).retrieve("How long is the warranty?", gator.context());
 * }</pre>
 */
public final class RetrievalPipeline implements Retriever {

    private static final int USUAL = 5;

    private final Corpus corpus;
    private final List<Stage> stages;
    private final @Nullable RetrievalCache cache;

    private RetrievalPipeline(Corpus corpus, List<Stage> stages, @Nullable RetrievalCache cache) {
        this.corpus = corpus;
        this.stages = Require.notEmpty("stages", stages);
        this.cache = cache;
    }

    /** Returns the usual pipeline for five pieces of evidence; see {@link Stages#standard(int)}. */
    public static RetrievalPipeline over(Corpus corpus) {
        return new RetrievalPipeline(corpus, Stages.standard(USUAL), null);
    }

    /** Returns a copy with these stages in this order instead. */
    public RetrievalPipeline withStages(Stage... other) {
        return withStages(List.of(other));
    }

    /** Returns a copy with these stages in this order instead. */
    public RetrievalPipeline withStages(List<Stage> other) {
        return new RetrievalPipeline(corpus, other, cache);
    }

    /** Returns a copy that does this before everything else, such as adding probes. */
    public RetrievalPipeline withFirst(Stage stage) {
        List<Stage> more = new ArrayList<>(stages);
        more.add(0, stage);
        return withStages(more);
    }

    /** Returns a copy that does this after everything else, such as refusing what fits badly. */
    public RetrievalPipeline withLast(Stage stage) {
        List<Stage> more = new ArrayList<>(stages);
        more.add(stage);
        return withStages(more);
    }

    /** Returns a copy that remembers answers; pipelines may share a cache. */
    public RetrievalPipeline withCache(RetrievalCache other) {
        return new RetrievalPipeline(corpus, stages, other);
    }

    /** Returns a copy in which only records count that also pass this filter. */
    public RetrievalPipeline where(Filter filter) {
        return new RetrievalPipeline(corpus.where(filter), stages, cache);
    }

    /** Returns what is searched. */
    public Corpus corpus() {
        return corpus;
    }

    /** Returns the stages in order. */
    public List<Stage> stages() {
        return stages;
    }

    @Override
    public List<Evidence> find(String question, CallContext context) {
        return retrieve(question, context).evidence();
    }

    /**
     * Finds evidence and says how.
     *
     * @throws GatorException if the question is blank, the call was cancelled or out of time, the budget is spent, or a stage
     *     failed that there is no answer without
     */
    @Override
    public Retrieved retrieve(String question, CallContext context) {
        Require.text("question", question);
        context.check();
        if (cache == null) {
            return search(question, context);
        }
        RetrievalCache.Key key = new RetrievalCache.Key(
                context.owner(), corpus.store(), corpus.collection(), corpus.filter(), stages, question);
        return cache.get(key, context, () -> search(question, context));
    }

    private Retrieved search(String question, CallContext context) {
        Search search = Search.of(question, corpus.filter());
        Lookup lookup = new Lookup(corpus);
        List<RetrievalTrace.Step> steps = new ArrayList<>();
        for (Stage stage : stages) {
            search = run(stage, search, lookup, context, steps);
            context.check();
        }
        List<Evidence> evidence =
                search.found().stream().map(Candidate::evidence).toList();
        return new Retrieved(evidence, new RetrievalTrace(steps, false));
    }

    private static Search run(
            Stage stage, Search before, Lookup lookup, CallContext context, List<RetrievalTrace.Step> steps) {
        TimeSource time = context.time();
        long start = time.nanos();
        Span span = context.open(SpanKind.RETRIEVAL, stage.name());
        StageRun run = new StageRun(lookup, span.context());
        Search after;
        Optional<String> failure = Optional.empty();
        try {
            after = stage.apply(before, run);
            tell(span, before, after, run);
        } catch (GatorException e) {
            span.failed(e);
            if (stage.required()) {
                throw e;
            }
            Failures.rethrowUnlessBearable(e, context);
            after = before;
            failure = Optional.of(e.code().id());
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
        Duration took = Duration.ofNanos(time.nanos() - start);
        steps.add(step(stage, before, after, run, took, failure));
        return after;
    }

    private static void tell(Span span, Search before, Search after, StageRun run) {
        span.note("in", () -> Integer.toString(before.found().size()));
        span.note("out", () -> Integer.toString(after.found().size()));
        run.notes().forEach(note -> span.note("note", note));
        span.end();
    }

    private static RetrievalTrace.Step step(
            Stage stage, Search before, Search after, StageRun run, Duration took, Optional<String> failure) {
        Set<String> left = new HashSet<>();
        after.found().forEach(candidate -> left.add(candidate.id()));
        List<String> dropped = before.found().stream()
                .map(Candidate::id)
                .filter(id -> !left.contains(id))
                .toList();
        return new RetrievalTrace.Step(
                stage.name(), before.found().size(), after.found().size(), dropped, run.notes(), took, failure);
    }
}
