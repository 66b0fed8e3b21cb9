package dev.gator.rag.reel;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleChoice;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.HookChoice;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Translator;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.RagError;
import dev.gator.rag.validate.Measure;
import dev.gator.rag.validate.ReelReport;
import dev.gator.rag.validate.ReelValidator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes scripts: finds examples, lets the model write, judges, shows the model what is wrong, and keeps the best attempt. If
 * the model is the {@code offline} one, {@link OfflineReelWriter} writes. Immutable and thread-safe.
 */
public final class ReelGenerator {

    private static final String OFFLINE = "offline";
    private static final int EXAMPLES = 5;
    private static final int PARSE_TRIES = 3;
    private static final double LEAST_DISTANCE = 0.4;
    private static final int REDRAWS = 4;

    private final ChatModel model;
    private final ExampleStore examples;
    private final Settings settings;

    private ReelGenerator(ChatModel model, ExampleStore examples, Settings settings) {
        this.model = model;
        this.examples = examples;
        this.settings = settings;
    }

    /** Returns a generator with the standard rules and two attempts. */
    public static ReelGenerator of(ChatModel model, ExampleStore examples) {
        return new ReelGenerator(model, examples, new Settings());
    }

    /** Returns a copy with other rules. */
    public ReelGenerator withRules(ReelRules other) {
        return with(changed -> changed.rules = other);
    }

    /** Returns a copy that compares with these scripts of others. */
    public ReelGenerator withCompetitors(List<String> scripts) {
        return with(changed -> changed.competitors = List.copyOf(scripts));
    }

    /** Returns a copy that gives the model so many attempts, 1 to 10. */
    public ReelGenerator withAttempts(int most) {
        return with(changed -> changed.attempts = Require.range("attempts", most, 1, 10));
    }

    /** Returns a copy that asks this for the type of hook where a request leaves it open. */
    public ReelGenerator withHooks(HookChoice choice) {
        return with(changed -> changed.hooks = choice);
    }

    /** Returns a copy that also measures this. */
    public ReelGenerator withMeasure(Measure more) {
        return with(changed -> changed.measures =
                Stream.concat(settings.measures.stream(), Stream.of(more)).toList());
    }

    /** Returns a copy that tells this of every script that was made, or was not. */
    public ReelGenerator withWatch(GenerationWatch other) {
        return with(changed -> changed.watch = other);
    }

    /** Returns a copy that remembers what was written for a brief. */
    public ReelGenerator withCache(ScriptCache other) {
        return with(changed -> changed.cache = other);
    }

    /** Returns a copy that has a brief translated that is in another language than its script. */
    public ReelGenerator withTranslator(Translator other) {
        return with(changed -> changed.translator = other);
    }

    private ReelGenerator with(Consumer<Settings> change) {
        Settings copy = settings.copy();
        change.accept(copy);
        return new ReelGenerator(model, examples, copy);
    }

    /**
     * Makes a script.
     *
     * @throws GatorException with {@link RagError#NO_LANGUAGE}, {@link RagError#NO_SCRIPT} if no answer could be read,
     *     {@link RagError#NOT_WRITABLE} from the offline writer, or whatever the model throws
     */
    public ReelResult generate(BrandProfile brand, ScriptRequest request, CallContext context) {
        return generate(brand, request, context, event -> {});
    }

    /** Makes a script and tells what happens, part by part, on the calling thread; see {@link #generate}. */
    public ReelResult generate(
            BrandProfile brand, ScriptRequest request, CallContext context, Consumer<ReelEvent> listener) {
        return generate(local(brand, request, context), context, listener);
    }

    private ReelResult generate(LocalBrief brief, CallContext context, Consumer<ReelEvent> listener) {
        Job job = new Job(settled(brief, context), listener, context);
        long begin = context.time().nanos();
        List<Attempt> made = List.of();
        Optional<String> error = Optional.empty();
        try {
            made = job.attempts();
            return job.result(made);
        } catch (GatorException e) {
            error = Optional.of(e.code().id());
            throw e;
        } finally {
            settings.watch.on(
                    job.generation(made, Duration.ofNanos(context.time().nanos() - begin), error));
        }
    }

    private LocalBrief local(BrandProfile brand, ScriptRequest request, CallContext context) {
        Translator translator = settings.translator;
        return translator == null
                ? LocalBrief.asItIs(brand, request)
                : LocalBrief.of(brand, request, translator, context);
    }

    private LocalBrief settled(LocalBrief brief, CallContext context) {
        ScriptRequest request = brief.request();
        return request.hook().equals(HookType.ANY)
                ? brief.asking(request.hook(
                        settings.hooks.choose(context.owner(), brief.brand().sector(), request.seed())))
                : brief;
    }

    /**
     * Makes several scripts that differ: the first begins as the request says, the others begin in the other ways. A script
     * that shares too many words with an earlier one is written again, a bounded number of times.
     */
    public Variations variations(BrandProfile brand, ScriptRequest request, int count, CallContext context) {
        Require.range("variations", count, 1, 20);
        LocalBrief brief = local(brand, request, context);
        List<HookType> hooks =
                new ArrayList<>(List.of(settled(brief, context).request().hook()));
        HookType.known().stream().filter(hook -> !hooks.contains(hook)).forEach(hooks::add);
        List<ReelResult> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ScriptRequest varied =
                    brief.request().hook(hooks.get(i % hooks.size())).seed(request.seed() + 31L * i);
            kept.add(unlike(kept, brief.asking(varied), context));
        }
        return Variations.of(kept);
    }

    private ReelResult unlike(List<ReelResult> kept, LocalBrief brief, CallContext context) {
        long seed = brief.request().seed();
        ReelResult best = generate(brief, context, event -> {});
        for (int draw = 1; draw <= REDRAWS && distance(kept, best) < LEAST_DISTANCE; draw++) {
            LocalBrief redrawn = brief.asking(brief.request().seed(seed + 1_009L * draw));
            ReelResult other = generate(redrawn, context, event -> {});
            best = distance(kept, other) > distance(kept, best) ? other : best;
        }
        return best;
    }

    private static double distance(List<ReelResult> kept, ReelResult one) {
        return kept.stream()
                .mapToDouble(other -> Variations.distance(one, other))
                .min()
                .orElse(1);
    }

    /** One script in the making. */
    private final class Job {
        private final LocalBrief brief;
        private final BrandProfile brand;
        private final ScriptRequest request;
        private final Consumer<ReelEvent> listener;
        private final ReelRules strict;
        private final ReelValidator validator;
        private final ExampleChoice chosen;
        private final List<FoundExample> found;
        private final CallContext context;
        private boolean cached;

        Job(LocalBrief brief, Consumer<ReelEvent> listener, CallContext context) {
            this.brief = brief;
            this.brand = brief.brand();
            this.request = brief.request();
            this.listener = listener;
            this.context = context;
            this.strict = settings.rules.banning(brand.doNotUse()).banning(brief.banned());
            this.validator = ReelValidator.of(strict, request.language());
            this.chosen = examples.forOwner(context.owner()).choose(brand, request, EXAMPLES);
            this.found = chosen.found();
        }

        List<Attempt> attempts() {
            ScriptCache cache = settings.cache;
            if (cache == null) {
                return written();
            }
            String print = BriefPrint.of(model.card().id(), settings.attempts, brand, request, found, strict);
            Optional<List<Attempt>> known = cache.find(context.owner(), print);
            cached = known.isPresent();
            List<Attempt> made = known.map(this::again).orElseGet(this::written);
            if (made.stream().anyMatch(attempt -> attempt.script().isPresent())) {
                cache.keep(context.owner(), print, made);
            }
            return made;
        }

        private List<Attempt> written() {
            return isOffline() ? offline() : online();
        }

        private boolean isOffline() {
            return model.card().id().equals(OFFLINE);
        }

        /** Tells and judges once more what was written before: competitors, trends and voice may be others by now. */
        private List<Attempt> again(List<Attempt> before) {
            return before.stream()
                    .map(attempt -> attempt.script()
                            .map(script -> told(attempt.number(), script))
                            .orElse(attempt))
                    .toList();
        }

        private List<Attempt> offline() {
            return List.of(told(1, OfflineReelWriter.create().write(brand, request, found, strict)));
        }

        private Attempt told(int number, ReelScript script) {
            for (ReelField field : ReelField.values()) {
                List<String> values = field == ReelField.HASHTAGS ? script.hashtags() : List.of(script.text(field));
                listener.accept(new ReelEvent.Complete(field, values));
            }
            return judged(number, script);
        }

        private List<Attempt> online() {
            Writing writing = new Writing(
                    model,
                    ReelPrompt.of(brand, request, found, strict, model.card(), context),
                    validator,
                    listener,
                    PARSE_TRIES);
            List<Attempt> made = new ArrayList<>();
            for (int number = 1; number <= settings.attempts; number++) {
                int current = number;
                Attempt attempt = writing.write()
                        .map(script -> judged(current, script))
                        .orElseGet(() -> Attempt.unreadable(current, writing.complaint()));
                made.add(attempt);
                if (attempt.isValid()) {
                    break;
                }
                attempt.report().ifPresent(report -> writing.mend(report.errors()));
            }
            return made;
        }

        private Attempt judged(int number, ReelScript script) {
            List<String> seen = found.stream().map(one -> one.example().text()).toList();
            ReelReport report = ReelReport.of(validator, script, brand, request, seen, settings.competitors)
                    .with(settings.measures.stream()
                            .map(measure -> measure.of(script, brand, request))
                            .toList());
            Attempt attempt = Attempt.of(number, script, report);
            listener.accept(new ReelEvent.Attempted(attempt));
            return attempt;
        }

        Generation generation(List<Attempt> made, Duration took, Optional<String> error) {
            boolean valid = made.stream().anyMatch(Attempt::isValid);
            return new Generation(
                    model.card().id(), brand.sector(), request.hook(), took, made.size(), valid, cached, error);
        }

        ReelResult result(List<Attempt> made) {
            Attempt best = made.stream()
                    .filter(attempt -> attempt.report().isPresent())
                    .max(Comparator.comparing(Attempt::isValid)
                            .thenComparingDouble(
                                    attempt -> attempt.report().orElseThrow().rank()))
                    .orElseThrow(() -> new GatorException(
                            RagError.NO_SCRIPT, model.card().id() + " gave no script in " + made.size() + " attempts"));
            ReelScript script = best.script().orElseThrow();
            Lexicon lexicon = Lexicon.of(request.language());
            List<UsedExample> used = found.stream()
                    .map(one -> UsedExample.of(one, script, lexicon))
                    .toList();
            return new ReelResult(request, script, best.report().orElseThrow(), used, made, notes());
        }

        private List<String> notes() {
            List<String> notes = new ArrayList<>();
            if (isOffline()) {
                notes.addAll(OfflineReelWriter.create().notes(brand, request));
            }
            if (!isOffline() || settings.translator != null) {
                notes.addAll(brief.notes());
            }
            chosen.note().ifPresent(notes::add);
            return notes;
        }
    }

    /** What can be set; changed only while a copy is made. */
    private static final class Settings {
        private ReelRules rules = ReelRules.standard();
        private List<String> competitors = List.of();
        private int attempts = 2;
        private HookChoice hooks = HookChoice.blind();
        private List<Measure> measures = List.of();
        private GenerationWatch watch = generation -> {};
        private @Nullable ScriptCache cache;
        private @Nullable Translator translator;

        Settings copy() {
            Settings copy = new Settings();
            copy.rules = rules;
            copy.competitors = competitors;
            copy.attempts = attempts;
            copy.hooks = hooks;
            copy.measures = measures;
            copy.watch = watch;
            copy.cache = cache;
            copy.translator = translator;
            return copy;
        }
    }
}
