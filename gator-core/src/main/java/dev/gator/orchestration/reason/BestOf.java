package dev.gator.orchestration.reason;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.orchestration.engine.Done;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Grade;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Scorer;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for several answers at once and tells the one with the best grade. Answers that fail are left out while one comes.
 * Thread-safe.
 */
public final class BestOf implements ChatModel {

    private final List<ChatModel> models;
    private final Scorer scorer;
    private final StrategyModel engine;

    private BestOf(List<ChatModel> models, Scorer scorer) {
        Require.range("candidates", models.size(), 1, 32);
        this.models = List.copyOf(models);
        this.scorer = scorer;
        this.engine =
                StrategyModel.of("best-of", models, run -> Ending.told(pick(run).answer()));
    }

    /** Returns the best of some answers of one model; 2 to 32. */
    public static BestOf of(int candidates, ChatModel model, Scorer scorer) {
        Require.range("candidates", candidates, 2, 32);
        return new BestOf(Collections.nCopies(candidates, model), scorer);
    }

    /** Returns the best of one answer of each model; 1 to 32 of them. */
    public static BestOf among(List<? extends ChatModel> models, Scorer scorer) {
        return new BestOf(List.copyOf(models), scorer);
    }

    /** Asks and returns all answers with their grades. */
    public Choice choose(ChatRequest request) {
        return engine.perform(request, this::pick);
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

    private Choice pick(Run run) {
        List<Function<Run, ChatReply>> tasks = new ArrayList<>();
        for (ChatModel model : models) {
            tasks.add(branch -> branch.ask("candidate", model, branch.request()));
        }
        List<ChatReply> replies = answered(run, run.settled(tasks));
        run.progress("candidates", replies.size() + " of " + models.size() + " answered");
        if (replies.size() == 1) {
            return new Choice(List.of(new Choice.Candidate(replies.get(0), new Grade(1, "the only answer"))), 0);
        }
        List<Grade> grades =
                scorer.grade(run, replies.stream().map(BestOf::shown).toList());
        List<Choice.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            candidates.add(new Choice.Candidate(replies.get(i), grades.get(i)));
        }
        int best = Scorer.best(grades);
        run.progress(
                "choice",
                String.format(
                        Locale.ROOT,
                        "candidate %d with %.2f",
                        best + 1,
                        grades.get(best).score()));
        return new Choice(candidates, best);
    }

    private static List<ChatReply> answered(Run run, List<Done<ChatReply>> all) {
        run.context().check();
        List<ChatReply> replies =
                all.stream().map(Done::value).flatMap(Optional::stream).toList();
        Optional<GatorException> error = all.stream()
                .map(Done::error)
                .flatMap(Optional::stream)
                .filter(e -> replies.isEmpty() || e.category() == ErrorCategory.BUDGET)
                .findFirst();
        if (error.isPresent()) {
            throw error.get();
        }
        return replies;
    }

    private static String shown(ChatReply reply) {
        return reply.toolCalls().isEmpty() ? reply.text() : "calls " + reply.toolCalls();
    }
}
