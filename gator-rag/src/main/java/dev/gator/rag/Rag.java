package dev.gator.rag;

import dev.gator.Gator;
import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ChatModel;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.Require;
import dev.gator.rag.chunk.Chunker;
import dev.gator.rag.chunk.StructureChunker;
import dev.gator.rag.document.Document;
import dev.gator.rag.ground.Answerer;
import dev.gator.rag.ground.ClaimChecker;
import dev.gator.rag.ground.ClaimReport;
import dev.gator.rag.ground.GroundedAnswer;
import dev.gator.rag.ground.QuestionWords;
import dev.gator.rag.index.Stores;
import dev.gator.rag.ingest.IngestReport;
import dev.gator.rag.ingest.Ingestor;
import dev.gator.rag.ingest.Origin;
import dev.gator.rag.retrieve.Corpus;
import dev.gator.rag.retrieve.RetrievalPipeline;
import dev.gator.rag.retrieve.Retrieved;
import dev.gator.rag.retrieve.Retriever;
import dev.gator.rag.retrieve.Stage;
import dev.gator.rag.retrieve.Stages;
import dev.gator.store.CollectionName;
import dev.gator.store.VectorStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers from your own documents, with citations. Immutable and thread-safe: the {@code with} methods return copies that
 * share the store, so closing one of them closes it for all.
 *
 * <pre>{@code
 * try (Gator gator = Gator.create(); Rag rag = Rag.of(gator)) {
 *     rag.add(Path.of("handbook"));
 *     System.out.println(rag.ask("How many days of holiday do we get?"));
 * }
 * }</pre>
 *
 * <p>Nothing needs to be set up: documents are kept in memory, found by words and, where
 * {@code local:all-minilm-l6-v2} has its optional libraries, by meaning; the default model of the {@link Gator} answers.
 */
public final class Rag implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rag.class);
    private static final String MINI_LM = "local:all-minilm-l6-v2";
    private static final int EVIDENCE = 8;

    private final Gator gator;
    private final RagSettings settings;

    private Rag(Gator gator, RagSettings settings) {
        this.gator = gator;
        this.settings = settings;
    }

    /** Returns an empty collection of documents that is forgotten when it is closed. */
    public static Rag of(Gator gator) {
        return create(gator, RagStore.ours(Stores::inMemoryLucene));
    }

    /**
     * Returns the documents in a folder, which is made if need be. The folder is opened at the first use, by one process at
     * a time.
     */
    public static Rag at(Gator gator, Path folder) {
        return create(gator, RagStore.ours(() -> Stores.lucene(folder)));
    }

    private static Rag create(Gator gator, RagStore store) {
        RagMeaning meaning = RagMeaning.ifThere(() -> gator.embedding(MINI_LM));
        return new Rag(gator, new RagSettings(store, meaning, gator::model));
    }

    /** Returns a copy in which this model answers; {@code offline} quotes the documents without a model. */
    public Rag withModel(String id) {
        return changed(copy -> copy.model = () -> gator.model(id));
    }

    /** Returns a copy in which this model answers, such as a strategy over several; it should come from the Gator. */
    public Rag withModel(ChatModel model) {
        return changed(copy -> copy.model = () -> model);
    }

    /** Returns a copy that finds by the meaning this model sees; documents have to be added with it, too. */
    public Rag withEmbeddings(String id) {
        return changed(copy -> copy.meaning = RagMeaning.of(() -> gator.embedding(id)));
    }

    /** Returns a copy that finds by the meaning this model sees; documents have to be added with it, too. */
    public Rag withEmbeddings(EmbeddingModel model) {
        return changed(copy -> copy.meaning = RagMeaning.of(() -> model));
    }

    /** Returns a copy that finds by words only. */
    public Rag withWordsOnly() {
        return changed(copy -> copy.meaning = RagMeaning.none());
    }

    /** Returns a copy over a store that the application opened and will close. */
    public Rag withStore(VectorStore store) {
        return changed(copy -> copy.store = RagStore.theirs(store));
    }

    /** Returns a copy for another collection of documents in the same store: lower-case letters, digits, dashes. */
    public Rag withCollection(String name) {
        CollectionName collection = CollectionName.of(name);
        return changed(copy -> copy.collection = collection);
    }

    /** Returns a copy for the documents of that owner; those of others are never seen. */
    public Rag withOwner(Owner owner) {
        return changed(copy -> copy.owner = owner);
    }

    /** Returns a copy that cuts the documents which are added to it in another way. */
    public Rag withChunker(Chunker chunker) {
        return changed(copy ->
                copy.ingesting = copy.ingesting.andThen(one -> one.withChunker(new LanguageChunker(chunker)))::apply);
    }

    /** Returns a copy that finds evidence in another way, such as with other stages. */
    public Rag withRetrieval(UnaryOperator<RetrievalPipeline> change) {
        return changed(copy -> copy.retrieving = copy.retrieving.andThen(change)::apply);
    }

    /** Returns a copy that answers in another way, such as from better evidence only. */
    public Rag withAnswers(UnaryOperator<Answerer> change) {
        return changed(copy -> copy.answering = copy.answering.andThen(change)::apply);
    }

    /**
     * Adds a file, or the files of a folder and of the folders in it. What did not change since it was added is passed over;
     * files that cannot be read are in the report and in the log.
     *
     * @throws dev.gator.error.GatorException if there is no such file or folder, or the run cannot go on
     */
    public IngestReport add(Path fileOrFolder) {
        Require.that(Files.exists(fileOrFolder), "no such file or folder: " + fileOrFolder);
        return add(Files.isDirectory(fileOrFolder) ? Origin.folder(fileOrFolder) : Origin.files(fileOrFolder));
    }

    /** Adds documents that are in memory. */
    public IngestReport add(Document... documents) {
        return add(Origin.of(documents));
    }

    /** Adds what an origin offers; see {@link Ingestor#ingest}. */
    public IngestReport add(Origin origin) {
        Ingestor usual = Ingestor.into(settings.store.get(), settings.collection)
                .withChunker(new LanguageChunker(StructureChunker.usual()));
        Ingestor ingestor = meaning().map(usual::withEmbeddings).orElse(usual);
        IngestReport report = settings.ingesting.apply(ingestor).ingest(origin, context());
        report.failures()
                .forEach(failure -> LOG.warn(
                        "cannot read {}: {}", failure.source(), failure.error().getMessage()));
        return report;
    }

    /** Finds evidence and says how. */
    public Retrieved retrieve(String question) {
        return pipeline().retrieve(question, context());
    }

    /** Answers a question; see {@link Answerer#ask(String, CallContext)}. */
    public GroundedAnswer ask(String question) {
        return answerer().ask(question, context());
    }

    /** Answers a question and hands out the words while they are written, before they are verified. */
    public GroundedAnswer ask(String question, Consumer<String> words) {
        return answerer().ask(question, context(), words);
    }

    /** Reports what the documents say about a claim; see {@link ClaimChecker}. */
    public ClaimReport check(String claim) {
        ClaimChecker usual = ClaimChecker.of(pipeline());
        return meaning().map(usual::withMeaning).orElse(usual).check(claim, context());
    }

    /** Returns the embedding model that finds documents by meaning, or nothing if they are found by words only. */
    public Optional<EmbeddingModel> meaning() {
        return settings.meaning.get();
    }

    /** Returns what finds the evidence, to be used elsewhere. */
    public RetrievalPipeline pipeline() {
        Corpus words = Corpus.of(settings.store.get(), settings.collection);
        Optional<EmbeddingModel> meaning = meaning();
        Corpus corpus = meaning.map(words::withEmbeddings).orElse(words);
        List<Stage> stages = meaning.isPresent() ? Stages.standard(EVIDENCE) : wordsOnly();
        return settings.retrieving.apply(RetrievalPipeline.over(corpus).withStages(stages));
    }

    private static List<Stage> wordsOnly() {
        return List.of(
                QuestionWords.ask(),
                Stages.search(4 * EVIDENCE),
                QuestionWords.score(2 * EVIDENCE),
                Stages.distinct(EVIDENCE));
    }

    /** Returns what answers, to be used with a context of one's own: a deadline, a budget, an observer. */
    public Answerer answerer() {
        return answerer(pipeline());
    }

    private Answerer answerer(Retriever retriever) {
        Answerer usual = Answerer.of(settings.model.get(), retriever).withEvidence(EVIDENCE);
        return settings.answering.apply(meaning().map(usual::withMeaning).orElse(usual));
    }

    /**
     * Returns the documents as a model, so that a persona or a strategy answers from them; see {@link Answerer#asModel}. The
     * documents are those of this Rag's owner, whoever speaks.
     *
     * <pre>{@code
     * Conversation chat = gator.conversations().withModel(rag.asModel()).open(emma, Owner.user("u-17"));
     * }</pre>
     */
    public ChatModel asModel() {
        RetrievalPipeline pipeline = pipeline();
        Owner owner = context().owner();
        return answerer((question, context) -> pipeline.find(question, context.withOwner(owner)))
                .asModel();
    }

    /** Closes the store, unless the application brought it. */
    @Override
    public void close() {
        settings.store.close();
    }

    private CallContext context() {
        Owner owner = settings.owner;
        return owner == null ? gator.context() : gator.context().withOwner(owner);
    }

    private Rag changed(Consumer<RagSettings> change) {
        RagSettings copy = settings.copy();
        change.accept(copy);
        return new Rag(gator, copy);
    }
}
