package dev.gator.rag.retrieve;

import dev.gator.chat.ChatModel;
import dev.gator.embed.Reranker;
import java.time.Duration;
import java.util.List;

/**
 * The steps that a search can be made of. Those that change what is looked for come first, then {@link #search}, then those
 * that change what was found. Everything that calls a model spends from the call's budget.
 */
public final class Stages {

    private static final double ALMOST_EQUAL = 0.9;

    private Stages() {}

    /**
     * Returns the usual steps: search for four times as many as are wanted, keep three times as many in whose sentences the
     * words stand together, drop twins down to twice as many, and keep the best. {@link #diverse} is not among them, because
     * it costs about a twentieth of the quality where pieces are no twins.
     */
    public static List<Stage> standard(int wanted) {
        return List.of(search(4 * wanted), closeness(3 * wanted), distinct(2 * wanted), top(wanted));
    }

    /**
     * Returns the steps that find best without any chat model: feedback from a first search, then each candidate is read
     * sentence by sentence, which embeds the sentences. Cache the corpus's embedding model, or expect to wait.
     */
    public static List<Stage> thorough(int wanted) {
        return List.of(feedback(), search(5 * wanted), sentences(wanted));
    }

    /** Looks for every probe by words and meaning, half and half, and keeps so many. */
    public static Stage search(int keep) {
        return search(Fusion.best(), keep);
    }

    /** Looks for every probe by words and meaning and keeps so many. */
    public static Stage search(Fusion fusion, int keep) {
        return new HybridStage(fusion, Bounds.keep(keep));
    }

    /**
     * Looks once, and from then on also for what the best three have in common, in meaning and in words. Finds more on broad
     * questions; needs no chat model.
     */
    public static Stage feedback() {
        return new FeedbackStage();
    }

    /** Also looks for so many other wordings, written by a model. */
    public static Stage rewordings(ChatModel model, int wordings) {
        return new RewordStage(model, wordings);
    }

    /** Looks for the parts of a question with several parts, at most so many, instead of the whole. */
    public static Stage parts(ChatModel model, int most) {
        return new PartsStage(model, most);
    }

    /** Also looks for what resembles an answer that a model makes up; the made-up answer is never evidence. */
    public static Stage imaginedAnswer(ChatModel model) {
        return new ImagineStage(model);
    }

    /**
     * Lets a model read conditions out of the question, such as a year or an author, and applies those that fit the declared
     * facts. It can only narrow what is searched, never widen it.
     */
    public static Stage selfQuery(ChatModel model, Facet... facets) {
        return new SelfQueryStage(model, List.of(facets));
    }

    /** Raises what has the question's words near each other, in one sentence and as neighbours, and keeps so many. */
    public static Stage closeness(int keep) {
        return new ClosenessStage(Bounds.keep(keep));
    }

    /** Orders by the sentence that is nearest to the question, too, and keeps so many. */
    public static Stage sentences(int keep) {
        return new SentenceStage(Bounds.keep(keep));
    }

    /** Orders by a reranker's scores, which replace those of the search, and keeps so many. */
    public static Stage rerank(Reranker reranker, int keep) {
        return new RerankStage(reranker, 1, Bounds.keep(keep));
    }

    /** Orders by a share of a reranker's scores and the rest of the search's, and keeps so many. */
    public static Stage rerank(Reranker reranker, double share, int keep) {
        return new RerankStage(reranker, share, Bounds.keep(keep));
    }

    /** Lets a model mark every candidate from 0 to 10 and keeps so many. */
    public static Stage judge(ChatModel model, int keep) {
        return new JudgeStage(model, Bounds.keep(keep));
    }

    /** Keeps so many that are relevant and different from each other (maximal marginal relevance), in their order. */
    public static Stage diverse(double relevance, int keep) {
        return new DiverseStage(relevance, Bounds.keep(keep));
    }

    /** Drops what says almost the same words as something better and keeps so many. */
    public static Stage distinct(int keep) {
        return new DistinctStage(ALMOST_EQUAL, Bounds.keep(keep));
    }

    /** Adds what stands around a piece in its document, so many characters on each side. */
    public static Stage surroundings(int characters) {
        return new SurroundingsStage(characters);
    }

    /** Prefers what is recent: a share of the score halves with each {@code halfLife} since the moment in a fact. */
    public static Stage fresh(String fact, Duration halfLife, double share) {
        return new FreshStage(fact, halfLife, share);
    }

    /** Prefers sources that deserve it: a share of the score is theirs. */
    public static Stage credible(SourceRating rating, double share) {
        return new CredibleStage(rating, share);
    }

    /** Also searches the web and adds so many pages as candidates; their text is a stranger's. */
    public static Stage web(SearchBackend backend, int pages) {
        return new WebStage(backend, pages);
    }

    /** Keeps what scores so well, 0 to 1. */
    public static Stage atLeast(double score) {
        return new ThresholdStage(score);
    }

    /** Keeps the best. */
    public static Stage top(int keep) {
        return new TopStage(Bounds.keep(keep));
    }
}
