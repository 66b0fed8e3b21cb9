package dev.gator.orchestration.reason;

import dev.gator.call.TimeSource;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.error.Require;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Material;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Stages;
import dev.gator.orchestration.engine.StrategyModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several participants talk in turn about a request, each in its role and knowing what the others said, until a rule ends
 * it. As a chat model, the first participant then answers the request. Thread-safe.
 */
public final class RoundRobin implements ChatModel {

    private static final int LONGEST = 100;

    private static final String TURN =
            """
            You are %s, talking with %s about the request above. Your role: %s
            What was said so far follows. Say your next contribution: one short paragraph, in your own voice only.
            """;
    private static final String ANSWER =
            """
            You and others have talked about the request above; what was said follows. Give the answer on which the talk
            came out, and name what stayed open.
            """;

    private final List<Participant> participants;
    private final StopRule rule;
    private final StrategyModel engine;

    /**
     * A talk.
     *
     * @param lines what was said
     * @param ending why it ended
     */
    public record Talk(List<Line> lines, String ending) {
        /** Copies the lines. */
        public Talk {
            lines = List.copyOf(lines);
        }
    }

    private RoundRobin(List<Participant> participants, StopRule rule) {
        Require.range("participants", participants.size(), 2, 12);
        this.participants = List.copyOf(participants);
        this.rule = rule.or(StopRule.afterTurns(LONGEST));
        List<ChatModel> models = participants.stream().map(Participant::model).toList();
        this.engine = StrategyModel.of("round-robin", models, run -> {
            Talk talk = hold(run);
            return Ending.spokenBy(models.get(0), Stages.closing(run.request(), ANSWER, shown(talk.lines())));
        });
    }

    /** Returns a talk of 2 to 12 participants; whatever the rule, it ends after 100 lines. */
    public static RoundRobin of(StopRule rule, Participant... participants) {
        return new RoundRobin(List.of(participants), rule);
    }

    /** Holds the talk. */
    public Talk talk(ChatRequest request) {
        return engine.perform(request, this::hold);
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

    private Talk hold(Run run) {
        TimeSource time = run.context().time();
        long begun = time.nanos();
        List<Line> lines = new ArrayList<>();
        Optional<String> over = Optional.empty();
        while (over.isEmpty()) {
            Participant next = participants.get(lines.size() % participants.size());
            lines.add(new Line(
                    next.name(),
                    run.ask(next.name(), next.model(), turn(run, next, lines)).text()));
            run.progress("turn " + lines.size(), next.name() + " has spoken");
            over = rule.over(List.copyOf(lines), Duration.ofNanos(time.nanos() - begun), run);
        }
        return new Talk(lines, over.get());
    }

    private ChatRequest turn(Run run, Participant speaker, List<Line> lines) {
        String others = participants.stream()
                .filter(one -> !one.equals(speaker))
                .map(Participant::name)
                .collect(Collectors.joining(", "));
        String brief = TURN.formatted(speaker.name(), others, speaker.role());
        ChatRequest request = Stages.step(run.request(), brief, shown(lines));
        List<Message> messages = new ArrayList<>(request.messages());
        messages.add(0, Message.system("You are " + speaker.name() + ". " + speaker.role()));
        return request.withMessages(messages);
    }

    private static List<Material> shown(List<Line> lines) {
        return lines.stream()
                .map(line -> Material.of(line.speaker(), line.text()))
                .toList();
    }
}
