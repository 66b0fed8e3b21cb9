package dev.gator.orchestration.reason;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.error.ErrorCategory;
import dev.gator.error.Require;
import dev.gator.orchestration.engine.Done;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Likeness;
import dev.gator.orchestration.engine.Material;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Stages;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Asks one thing of several participants at once, each in its own role, and lays the answers side by side. As a chat model,
 * the first participant then answers in the light of all. Thread-safe.
 */
public final class Multiverse implements ChatModel {

    private static final String ANSWER =
            """
            Several points of view on the request above follow. Answer the request: say where they meet, where they part,
            and what that means for the reader.
            """;

    private final List<Participant> participants;
    private final Meaning meaning;
    private final StrategyModel engine;

    private Multiverse(List<Participant> participants, Meaning meaning) {
        Require.range("participants", participants.size(), 2, 12);
        this.participants = List.copyOf(participants);
        this.meaning = meaning;
        List<ChatModel> models = participants.stream().map(Participant::model).toList();
        this.engine = StrategyModel.of("multiverse", models, run -> {
            ComparisonView view = look(run);
            return Ending.spokenBy(models.get(0), Stages.closing(run.request(), ANSWER, shown(view)));
        });
    }

    /** Returns the points of view of 2 to 12 participants, compared by words. */
    public static Multiverse of(Participant... participants) {
        return new Multiverse(List.of(participants), Meaning.lexical());
    }

    /** Returns the points of view of 2 to 12 participants. */
    public static Multiverse of(Meaning meaning, Participant... participants) {
        return new Multiverse(List.of(participants), meaning);
    }

    /** Asks everybody at once and compares the answers; a branch that fails is shown as failed. */
    public ComparisonView explore(ChatRequest request) {
        return engine.perform(request, this::look);
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

    private ComparisonView look(Run run) {
        List<Function<Run, ChatReply>> tasks = new ArrayList<>();
        for (Participant participant : participants) {
            tasks.add(branch ->
                    branch.ask(participant.name(), participant.model(), inRole(branch.request(), participant)));
        }
        List<Done<ChatReply>> done = run.settled(tasks);
        run.context().check();
        List<ComparisonView.Branch> branches = new ArrayList<>();
        for (Done<ChatReply> one : done) {
            one.error().filter(e -> e.category() == ErrorCategory.BUDGET).ifPresent(e -> {
                throw e;
            });
            branches.add(new ComparisonView.Branch(participants.get(one.index()).name(), one.value(), one.error()));
        }
        if (branches.stream().allMatch(branch -> branch.reply().isEmpty())) {
            done.get(0).get();
        }
        run.progress("branches", branches.size() + " answers compared");
        return new ComparisonView(branches, matrix(branches, run), meaning.name());
    }

    private List<List<Double>> matrix(List<ComparisonView.Branch> branches, Run run) {
        List<String> texts = branches.stream()
                .map(branch -> branch.reply().map(ChatReply::text).orElse(""))
                .toList();
        Likeness likeness = meaning.compare(texts, run);
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < branches.size(); j++) {
                boolean both = branches.get(i).reply().isPresent()
                        && branches.get(j).reply().isPresent();
                row.add(i == j ? 1.0 : both ? likeness.between(i, j) : 0.0);
            }
            rows.add(row);
        }
        return rows;
    }

    private static ChatRequest inRole(ChatRequest request, Participant participant) {
        ChatRequest step = Stages.step(request, "Answer as " + participant.name() + " would.");
        List<Message> messages = new ArrayList<>(step.messages());
        messages.add(0, Message.system("You are " + participant.name() + ". " + participant.role()));
        return step.withMessages(messages);
    }

    private static List<Material> shown(ComparisonView view) {
        return view.branches().stream()
                .filter(branch -> branch.reply().isPresent())
                .map(branch ->
                        Material.of(branch.name(), branch.reply().orElseThrow().text()))
                .toList();
    }
}
