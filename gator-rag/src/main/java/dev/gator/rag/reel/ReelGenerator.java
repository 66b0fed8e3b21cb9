package dev.gator.rag.reel;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.RagError;
import dev.gator.rag.validate.ReelReport;
import dev.gator.rag.validate.ReelValidator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

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
    private final ReelRules rules;
    private final List<String> competitors;
    private final int attempts;

    private ReelGenerator(
            ChatModel model, ExampleStore examples, ReelRules rules, List<String> competitors, int attempts) {
        this.model = model;
        this.examples = examples;
        this.rules = rules;
        this.competitors = List.copyOf(competitors);
        this.attempts = attempts;
    }

    /** Returns a generator with the standard rules and two attempts. */
    public static ReelGenerator of(ChatModel model, ExampleStore examples) {
        return new ReelGenerator(model, examples, ReelRules.standard(), List.of(), 2);
    }

    /** Returns a copy with other rules. */
    public ReelGenerator withRules(ReelRules other) {
        return new ReelGenerator(model, examples, other, competitors, attempts);
    }

    /** Returns a copy that compares with these scripts of others. */
    public ReelGenerator withCompetitors(List<String> scripts) {
        return new ReelGenerator(model, examples, rules, scripts, attempts);
    }

    /** Returns a copy that gives the model so many attempts, 1 to 10. */
    public ReelGenerator withAttempts(int most) {
        return new ReelGenerator(model, examples, rules, competitors, Require.range("attempts", most, 1, 10));
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
        Job job = new Job(brand, request, listener);
        List<Attempt> made = model.card().id().equals(OFFLINE) ? job.offline() : job.online(context);
        return job.result(made);
    }

    /**
     * Makes several scripts that differ: the first begins as the request says, the others begin in the other ways. A script
     * that shares too many words with an earlier one is written again, a bounded number of times.
     */
    public Variations variations(BrandProfile brand, ScriptRequest request, int count, CallContext context) {
        Require.range("variations", count, 1, 20);
        List<HookType> hooks = new ArrayList<>(List.of(request.hook()));
        HookType.known().stream().filter(hook -> !hooks.contains(hook)).forEach(hooks::add);
        List<ReelResult> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ScriptRequest varied = request.hook(hooks.get(i % hooks.size())).seed(request.seed() + 31L * i);
            kept.add(unlike(kept, brand, varied, context));
        }
        return new Variations(kept);
    }

    private ReelResult unlike(List<ReelResult> kept, BrandProfile brand, ScriptRequest request, CallContext context) {
        ReelResult best = generate(brand, request, context);
        for (int draw = 1; draw <= REDRAWS && distance(kept, best) < LEAST_DISTANCE; draw++) {
            ReelResult other = generate(brand, request.seed(request.seed() + 1_009L * draw), context);
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
        private final BrandProfile brand;
        private final ScriptRequest request;
        private final Consumer<ReelEvent> listener;
        private final ReelRules strict;
        private final ReelValidator validator;
        private final List<FoundExample> found;

        Job(BrandProfile brand, ScriptRequest request, Consumer<ReelEvent> listener) {
            this.brand = brand;
            this.request = request;
            this.listener = listener;
            this.strict = rules.banning(brand.doNotUse());
            this.validator = ReelValidator.of(strict, request.language());
            this.found = examples.find(brand, request, EXAMPLES);
        }

        List<Attempt> offline() {
            ReelScript script = OfflineReelWriter.create().write(brand, request, found, strict);
            for (ReelField field : ReelField.values()) {
                List<String> values = field == ReelField.HASHTAGS ? script.hashtags() : List.of(script.text(field));
                listener.accept(new ReelEvent.Complete(field, values));
            }
            return List.of(judged(1, script));
        }

        List<Attempt> online(CallContext context) {
            Writing writing = new Writing(
                    model,
                    ReelPrompt.of(brand, request, found, strict, model.card(), context),
                    validator,
                    listener,
                    PARSE_TRIES);
            List<Attempt> made = new ArrayList<>();
            for (int number = 1; number <= attempts; number++) {
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
            ReelReport report = ReelReport.of(validator, script, brand, request, seen, competitors);
            Attempt attempt = Attempt.of(number, script, report);
            listener.accept(new ReelEvent.Attempted(attempt));
            return attempt;
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
            if (model.card().id().equals(OFFLINE)) {
                notes.addAll(OfflineReelWriter.create().notes(brand, request));
            }
            if (found.isEmpty()) {
                notes.add("there is no example for " + brand.sector() + " in " + request.language());
            }
            return notes;
        }
    }
}
