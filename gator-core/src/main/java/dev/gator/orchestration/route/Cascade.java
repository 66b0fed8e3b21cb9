package dev.gator.orchestration.route;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Asks the cheapest model first and the next one only if its answer does not inspire confidence. An answer is streamed
 * only once it is accepted; the last model's, which is accepted in any case, as it comes. Thread-safe.
 */
public final class Cascade implements ChatModel {

    private static final double USUAL_THRESHOLD = 0.7;

    private final List<ChatModel> models;
    private final Confidence confidence;
    private final double threshold;
    private final StrategyModel engine;

    private Cascade(List<ChatModel> models, Confidence confidence, double threshold) {
        this.models = Require.notEmpty("models of a cascade", models);
        this.confidence = confidence;
        this.threshold = Require.range("confidence threshold", threshold, 0, 1);
        this.engine = StrategyModel.of("cascade", this.models, this::perform);
    }

    /** Returns a cascade over models, the cheapest first, that goes by the signs in the answers themselves. */
    public static Cascade of(ChatModel... models) {
        return new Cascade(Arrays.asList(models), Confidence.signs(), USUAL_THRESHOLD);
    }

    /** Returns the same cascade with another way to tell how far an answer can be trusted. */
    public Cascade trusting(Confidence other) {
        return new Cascade(models, other, threshold);
    }

    /** Returns the same cascade with the confidence from which on an answer is accepted; 0.7 unless set. */
    public Cascade from(double least) {
        return new Cascade(models, confidence, least);
    }

    @Override
    public ModelCard card() {
        return engine.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return engine.chat(request);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return engine.stream(request);
    }

    private Ending perform(Run run) {
        for (ChatModel model : models.subList(0, models.size() - 1)) {
            try {
                ChatReply reply = run.ask("try", model, run.request());
                Assessment assessment = confidence.assess(run, model, reply);
                boolean accepted = assessment.confidence() >= threshold;
                run.progress(accepted ? "accepted" : "escalated", told(model, assessment));
                if (accepted) {
                    return Ending.told(reply);
                }
            } catch (GatorException e) {
                if (!e.category().worthAnother()) {
                    throw e;
                }
                run.context().check();
                run.progress(
                        "escalated",
                        model.card().id() + " failed with " + e.code().id());
            }
        }
        return Ending.spokenBy(models.get(models.size() - 1), run.request());
    }

    private static String told(ChatModel model, Assessment assessment) {
        return String.format(
                Locale.ROOT,
                "%s, confidence %.2f: %s",
                model.card().id(),
                assessment.confidence(),
                assessment.reason());
    }
}
