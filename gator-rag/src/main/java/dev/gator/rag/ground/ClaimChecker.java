package dev.gator.rag.ground;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import dev.gator.rag.retrieve.Evidence;
import dev.gator.rag.retrieve.Retriever;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Compares claims with what sources say, by the rules that tie answers to their sources. No model decides. Immutable and
 * thread-safe.
 */
public final class ClaimChecker {

    private static final int MOST = 20;

    private final Retriever retriever;
    private final double threshold;
    private final @Nullable EmbeddingModel meaning;

    private ClaimChecker(Retriever retriever, double threshold, @Nullable EmbeddingModel meaning) {
        this.retriever = retriever;
        this.threshold = threshold;
        this.meaning = meaning;
    }

    /** Returns what looks at up to twenty pieces of evidence that score at least 0.05. */
    public static ClaimChecker of(Retriever retriever) {
        return new ClaimChecker(retriever, AnswerSettings.NOISE, null);
    }

    /** Returns a copy that looks only at evidence which scores that much, 0 to 1. */
    public ClaimChecker withThreshold(double least) {
        return new ClaimChecker(retriever, Require.range("threshold", least, 0.0, 1.0), meaning);
    }

    /** Returns a copy that also recognises a claim in other words, by comparing meanings. */
    public ClaimChecker withMeaning(EmbeddingModel embeddings) {
        return new ClaimChecker(retriever, threshold, embeddings);
    }

    /**
     * Checks one claim: a statement, best in one sentence.
     *
     * @throws dev.gator.error.GatorException whatever the retriever throws
     */
    public ClaimReport check(String claim, CallContext context) {
        Require.text("claim", claim);
        Span span = context.open(SpanKind.STEP, "claim check");
        try {
            ClaimReport report = report(claim, span.context());
            span.note("stance", () -> report.stance().name().toLowerCase(Locale.ROOT));
            span.end();
            return report;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    private ClaimReport report(String claim, CallContext context) {
        List<Evidence> evidence = retriever.find(claim, context).stream()
                .filter(found -> found.score() >= threshold)
                .limit(MOST)
                .toList();
        String first =
                evidence.stream().findFirst().map(found -> found.chunk().text()).orElse("");
        SentenceReader reader = SentenceReader.forText(claim, first);
        Opposition opposition = new Opposition(reader.book());
        EmbeddingModel model = meaning;
        Likeness likeness = model == null ? Likeness.none() : Likeness.by(model, context);
        SupportCheck check = new SupportCheck(opposition, likeness);
        Conflicts conflicts = new Conflicts(opposition);
        Reading claimed = reader.read(claim);
        List<ClaimReport.Support> supporting = new ArrayList<>();
        List<ClaimReport.Objection> contradicting = new ArrayList<>();
        for (Evidence found : evidence) {
            Source source = new Source(found, reader);
            check.best(claim, claimed, source)
                    .filter(Match::support)
                    .ifPresent(match ->
                            supporting.add(new ClaimReport.Support(match.quote(), Math.min(1, match.score()))));
            contradicting.addAll(objections(claimed, source, conflicts));
        }
        supporting.sort(Comparator.comparingDouble(ClaimReport.Support::score).reversed());
        return new ClaimReport(claim, stance(supporting, contradicting), supporting, contradicting, evidence);
    }

    private static List<ClaimReport.Objection> objections(Reading claim, Source source, Conflicts conflicts) {
        List<ClaimReport.Objection> objections = new ArrayList<>();
        for (Source.Said said : source.sentences()) {
            conflicts
                    .kind(claim, said.reading())
                    .ifPresent(found ->
                            objections.add(new ClaimReport.Objection(said.quote(), found.kind(), found.why())));
        }
        return objections;
    }

    private static Stance stance(List<ClaimReport.Support> supporting, List<ClaimReport.Objection> contradicting) {
        if (supporting.isEmpty()) {
            return contradicting.isEmpty() ? Stance.NOT_FOUND : Stance.CONTRADICTED;
        }
        return contradicting.isEmpty() ? Stance.SUPPORTED : Stance.MIXED;
    }
}
