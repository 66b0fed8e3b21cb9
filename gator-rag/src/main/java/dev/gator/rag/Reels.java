package dev.gator.rag;

import dev.gator.Gator;
import dev.gator.chat.ChatModel;
import dev.gator.rag.batch.BatchSettings;
import dev.gator.rag.batch.ReelBatches;
import dev.gator.rag.reel.ReelEvent;
import dev.gator.rag.reel.ReelGenerator;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.reel.Variations;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ScriptRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

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
    private final UnaryOperator<ReelGenerator> settings;

    private Reels(Gator gator, ChatModel model, ExampleStore examples, UnaryOperator<ReelGenerator> settings) {
        this.gator = gator;
        this.model = model;
        this.examples = examples;
        this.settings = settings;
    }

    /** Returns the studio with the default model and Gator's own examples. */
    public static Reels of(Gator gator) {
        return new Reels(gator, gator.model(), ExampleStore.shipped(), UnaryOperator.identity());
    }

    /** Returns a copy in which this model writes; {@code offline} is the writer without a model. */
    public Reels withModel(String id) {
        return new Reels(gator, gator.model(id), examples, settings);
    }

    /** Returns a copy with other examples. */
    public Reels withExamples(ExampleStore other) {
        return new Reels(gator, model, other, settings);
    }

    /** Returns a copy with other rules. */
    public Reels withRules(ReelRules rules) {
        return new Reels(
                gator, model, examples, generator -> settings.apply(generator).withRules(rules));
    }

    /** Returns a copy that measures how much a script resembles these scripts of others. */
    public Reels withCompetitors(String... scripts) {
        List<String> all = List.of(scripts);
        return new Reels(
                gator, model, examples, generator -> settings.apply(generator).withCompetitors(all));
    }

    /** Makes a script; see {@link ReelGenerator#generate}. */
    public ReelResult generate(BrandProfile brand, ScriptRequest request) {
        return generator().generate(brand, request, gator.context());
    }

    /** Makes a script and tells what happens, part by part, on the calling thread. */
    public ReelResult generate(BrandProfile brand, ScriptRequest request, Consumer<ReelEvent> listener) {
        return generator().generate(brand, request, gator.context(), listener);
    }

    /** Makes several scripts that differ, best first. */
    public Variations variations(BrandProfile brand, ScriptRequest request, int count) {
        return generator().variations(brand, request, count, gator.context());
    }

    /**
     * Opens batches in a SQLite file and works on what was ordered there; needs {@code org.xerial:sqlite-jdbc} and
     * {@code com.github.kagkarlsson:db-scheduler}.
     */
    public ReelBatches batches(Path file, BatchSettings batches) {
        return ReelBatches.open(file, generator(), gator::context, batches);
    }

    /** Opens batches in a PostgreSQL database that several processes share; needs {@code com.github.kagkarlsson:db-scheduler}. */
    public ReelBatches batches(DataSource database, BatchSettings batches) {
        return ReelBatches.open(database, generator(), gator::context, batches);
    }

    private ReelGenerator generator() {
        return settings.apply(ReelGenerator.of(model, examples));
    }
}
