package dev.gator.orchestration.reason;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.Require;
import dev.gator.json.Describe;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Material;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Stages;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Drafts an answer, holds it against a list of principles and rewrites it until nothing is broken or the rounds are used
 * up. With principles of conduct this is a constitution; with principles of style, an editor. Thread-safe.
 */
public final class CritiqueAndRevise implements ChatModel {

    private static final String CRITIQUE =
            """
            A draft of an answer to the request above follows. Hold it against each principle. List only what is really
            broken, with the number of the principle and what is wrong; an empty list if nothing is.

            Principles:
            """;
    private static final String REVISE =
            """
            Your draft of the answer and what is wrong with it follow. Give the whole answer again, with these faults
            removed and nothing else changed.
            """;

    private final ChatModel author;
    private final ChatModel critic;
    private final List<String> principles;
    private final int rounds;
    private final StrategyModel engine;

    private CritiqueAndRevise(ChatModel author, ChatModel critic, List<String> principles, int rounds) {
        this.author = author;
        this.critic = critic;
        this.principles = Require.notEmpty("principles", principles);
        this.rounds = Require.range("rounds", rounds, 1, 10);
        this.engine = StrategyModel.of(
                "critique",
                List.of(author, critic),
                run -> Ending.told(work(run).answer()));
    }

    /** What the critic is asked for. */
    record Critique(List<Fault> faults) {}

    /**
     * Something that a principle forbids.
     *
     * @param principle its number, from 1
     * @param problem what is wrong
     */
    public record Fault(
            @Describe("the number of the principle, from 1") int principle,
            @Describe("what is wrong") String problem) {}

    /**
     * How an answer came about.
     *
     * @param drafts every version, the last one is the answer
     * @param faults what was found in each of them, as far as they were looked at
     */
    public record Revisions(List<ChatReply> drafts, List<List<Fault>> faults) {
        /** Copies the lists. */
        public Revisions {
            drafts = List.copyOf(drafts);
            faults = List.copyOf(faults);
        }

        /** Returns the last version. */
        public ChatReply answer() {
            return drafts.get(drafts.size() - 1);
        }

        /** Returns whether the critic found nothing in the last version that it looked at. */
        public boolean isClean() {
            return !faults.isEmpty() && faults.get(faults.size() - 1).isEmpty();
        }
    }

    /** Returns an author with a critic, who looks twice at most. */
    public static CritiqueAndRevise of(ChatModel author, ChatModel critic, String... principles) {
        return new CritiqueAndRevise(author, critic, List.of(principles), 2);
    }

    /** Returns the same with another number of looks, 1 to 10. */
    public CritiqueAndRevise rounds(int most) {
        return new CritiqueAndRevise(author, critic, principles, most);
    }

    /** Works on the request and returns every version. */
    public Revisions revise(ChatRequest request) {
        return engine.perform(request, this::work);
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

    private Revisions work(Run run) {
        List<ChatReply> drafts = new ArrayList<>();
        List<List<Fault>> found = new ArrayList<>();
        ChatReply draft = run.ask("draft", author, run.request());
        drafts.add(draft);
        for (int round = 1; round <= rounds && draft.toolCalls().isEmpty(); round++) {
            List<Fault> faults = faults(run, draft);
            found.add(faults);
            run.progress("critique " + round, faults.size() + " faults");
            if (faults.isEmpty()) {
                break;
            }
            Material wrong = Material.of(
                    "what is wrong",
                    faults.stream()
                            .map(fault -> "principle " + fault.principle() + ": " + fault.problem())
                            .collect(Collectors.joining("\n")));
            Material before = Material.of("your draft", draft.text());
            draft = run.ask("revise", author, Stages.closing(run.request(), REVISE, before, wrong));
            drafts.add(draft);
        }
        return new Revisions(drafts, found);
    }

    private List<Fault> faults(Run run, ChatReply draft) {
        StringBuilder brief = new StringBuilder(CRITIQUE);
        for (int i = 0; i < principles.size(); i++) {
            brief.append(i + 1).append(". ").append(principles.get(i)).append('\n');
        }
        Material shown = Material.of("draft", draft.text());
        return run.ask("critic", critic, Stages.step(run.request(), brief.toString(), shown), Critique.class)
                .faults();
    }
}
