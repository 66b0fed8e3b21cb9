package dev.gator.rag;

import dev.gator.Gator;
import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ChatModel;
import dev.gator.rag.batch.BatchSettings;
import dev.gator.rag.batch.ReelBatches;
import dev.gator.rag.learn.Learning;
import dev.gator.rag.reel.GenerationWatch;
import dev.gator.rag.reel.ModelTranslator;
import dev.gator.rag.reel.ReelEvent;
import dev.gator.rag.reel.ReelGenerator;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.reel.ScriptCache;
import dev.gator.rag.reel.Variations;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Translator;
import dev.gator.rag.studio.document.ScriptDocuments;
import dev.gator.rag.studio.shot.ShotPlan;
import dev.gator.rag.studio.shot.ShotPlanner;
import dev.gator.rag.validate.Measure;
import dev.gator.store.KeyValueStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Scripts for short videos, with reasons. Immutable and thread-safe; it lives as long as its Gator.
 *
 * <pre>{@code
 * ReelResult reel = Reels.of(gator).generate(
 *         BrandProfile.builder("FitLife Pro").sector(Sector.FITNESS).offer("home workout plans").build(),
 *         ScriptRequest.goal(Goal.CONVERSION).seconds(30));
 * }</pre>
 */
public final class Reels {

    private final Gator gator;
    private final ChatModel model;
    private final ExampleStore examples;
    private final Owner owner;
    private final @Nullable Learning learning;
    private final UnaryOperator<ReelGenerator> settings;

    private Reels(
            Gator gator,
            ChatModel model,
            ExampleStore examples,
            Owner owner,
            @Nullable Learning learning,
            UnaryOperator<ReelGenerator> settings) {
        this.gator = gator;
        this.model = model;
        this.examples = examples;
        this.owner = owner;
        this.learning = learning;
        this.settings = settings;
    }

    /** Returns the studio with the default model and Gator's own examples. */
    public static Reels of(Gator gator) {
        Owner owner = gator.context().owner();
        return new Reels(gator, gator.model(), ExampleStore.shipped(), owner, null, UnaryOperator.identity());
    }

    /** Returns a copy in which this model writes; {@code offline} is the writer without a model. */
    public Reels withModel(String id) {
        return new Reels(gator, gator.model(id), examples, owner, learning, settings);
    }

    /** Returns a copy with other examples. */
    public Reels withExamples(ExampleStore other) {
        return new Reels(gator, model, other, owner, learning, settings);
    }

    /** Returns a copy that works for this owner: its examples, its cache entries, what was learned from it. */
    public Reels forOwner(Owner other) {
        return new Reels(gator, model, examples, other, learning, settings);
    }

    /** Returns a copy that uses what was learned: which examples did well, which hooks work, which variations are taken. */
    public Reels withLearning(Learning other) {
        return new Reels(gator, model, examples, owner, other, settings);
    }

    /** Returns a copy with other rules. */
    public Reels withRules(ReelRules rules) {
        return with(generator -> generator.withRules(rules));
    }

    /** Returns a copy that measures how much a script resembles these scripts of others. */
    public Reels withCompetitors(String... scripts) {
        List<String> all = List.of(scripts);
        return with(generator -> generator.withCompetitors(all));
    }

    /** Returns a copy with one more score on the card, such as a brand's voice or the trends of the day. */
    public Reels withMeasure(Measure more) {
        return with(generator -> generator.withMeasure(more));
    }

    /** Returns a copy that remembers what was written for a brief. */
    public Reels withCache(ScriptCache cache) {
        return with(generator -> generator.withCache(cache));
    }

    /** Returns a copy that tells this of every script that was made, or was not. */
    public Reels withWatch(GenerationWatch watch) {
        return with(generator -> generator.withWatch(watch));
    }

    /** Returns a copy that has a brief translated that is in another language than its script; see {@link ModelTranslator}. */
    public Reels withTranslator(Translator translator) {
        return with(generator -> generator.withTranslator(translator));
    }

    /** Makes a script; see {@link ReelGenerator#generate}. */
    public ReelResult generate(BrandProfile brand, ScriptRequest request) {
        return generator().generate(brand, request, context());
    }

    /** Makes a script and tells what happens, part by part, on the calling thread. */
    public ReelResult generate(BrandProfile brand, ScriptRequest request, Consumer<ReelEvent> listener) {
        return generator().generate(brand, request, context(), listener);
    }

    /** Makes several scripts that differ, best first; what the owner took before comes first, if that was learned. */
    public Variations variations(BrandProfile brand, ScriptRequest request, int count) {
        Variations made = generator().variations(brand, request, count, context());
        return learning == null ? made : learning.preferences().ranked(owner, made);
    }

    /** Plans the pictures of a script. The model that writes imagines them; {@code offline} does so by rule. */
    public ShotPlan shotPlan(BrandProfile brand, ReelResult reel) {
        return ShotPlanner.by(model).plan(brand, reel, context());
    }

    /** Returns the owner's documents in a store, which stays the caller's to close. */
    public ScriptDocuments documents(KeyValueStore store) {
        return ScriptDocuments.over(store, gator.context().time()).as(owner);
    }

    /**
     * Opens batches in a SQLite file and works on what was ordered there; needs {@code org.xerial:sqlite-jdbc} and
     * {@code com.github.kagkarlsson:db-scheduler}.
     */
    public ReelBatches batches(Path file, BatchSettings batches) {
        return ReelBatches.open(file, generator(), this::context, batches);
    }

    /** Opens batches in a PostgreSQL database that several processes share; needs {@code com.github.kagkarlsson:db-scheduler}. */
    public ReelBatches batches(DataSource database, BatchSettings batches) {
        return ReelBatches.open(database, generator(), this::context, batches);
    }

    private Reels with(UnaryOperator<ReelGenerator> more) {
        return new Reels(gator, model, examples, owner, learning, generator -> more.apply(settings.apply(generator)));
    }

    private ReelGenerator generator() {
        Learning learned = learning;
        ReelGenerator generator = learned == null
                ? ReelGenerator.of(model, examples)
                : ReelGenerator.of(model, examples.rankedBy(learned.outcomes())).withHooks(learned.hooks());
        return settings.apply(generator);
    }

    private CallContext context() {
        return gator.context().withOwner(owner);
    }
}
