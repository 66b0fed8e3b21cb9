package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.Require;
import dev.gator.orchestration.deliberate.DebateResult.Side;
import dev.gator.orchestration.deliberate.DebateResult.Turn;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Grade;
import dev.gator.orchestration.engine.Judge;
import dev.gator.orchestration.engine.Material;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Rubric;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Stages;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two sides argue before a judge: a moderator frames the question, pro and con speak over several rounds, each answering
 * the other's last speech, the judge grades both against a rubric, and an audience may have its say with a stated weight.
 * The debate ends early when both sides mean the same. As a chat model it then answers the request: the judge's model
 * speaks, knowing the transcript. Thread-safe.
 */
public final class Debate implements ChatModel {

    private static final String FRAMING =
            """
            You moderate a debate about the request above. In at most five sentences, state the question that is to be
            decided, what both sides take for granted, and what would count as evidence. Take no side.
            """;
    private static final String SPEECH =
            """
            You speak for the side named here in a debate about the request above: %s. This is round %d of %d. Give your
            strongest points with evidence and answer the other side's last speech, if there is one. If the other side has
            convinced you, say plainly what you now hold. At most two paragraphs.
            """;
    private static final String CLOSING =
            """
            Two sides have debated the request above; their speeches and the verdict follow. Answer the request yourself in
            the light of the debate: keep what withstood the other side, and leave out what did not.
            """;

    private final Builder setup;
    private final StrategyModel engine;

    private Debate(Builder setup) {
        this.setup = setup;
        this.engine = StrategyModel.of(
                "debate", List.of(setup.pro, setup.con, setup.moderator, setup.judge.model()), this::perform);
    }

    /** Starts a debate between two models before a judge; pro moderates unless another model is set. */
    public static Builder between(ChatModel pro, ChatModel con, ChatModel judge) {
        return new Builder(pro, con, judge);
    }

    /** Holds the debate and returns the transcript and the verdict. */
    public DebateResult debate(ChatRequest request) {
        return engine.perform(request, this::hold);
    }

    /** Holds a debate about a motion. */
    public DebateResult debate(String motion) {
        return debate(ChatRequest.of(motion));
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
        DebateResult result = hold(run);
        List<Material> materials = new ArrayList<>(speeches(result.framing(), result.turns()));
        materials.add(Material.of("verdict", result.summary() + "\n" + String.join("\n", result.reasons())));
        return Ending.spokenBy(setup.judge.model(), Stages.closing(run.request(), CLOSING, materials));
    }

    private DebateResult hold(Run run) {
        String framing = run.ask("moderator", setup.moderator, Stages.step(run.request(), FRAMING))
                .text();
        run.progress("framing", "the moderator has framed the question");
        List<Turn> turns = new ArrayList<>();
        boolean converged = false;
        int round = 0;
        while (round < setup.rounds && !converged) {
            round++;
            turns.addAll(speak(run, framing, turns, round));
            converged = haveConverged(run, turns);
            run.progress("round " + round, converged ? "both sides mean the same" : "both sides have spoken");
        }
        return judge(run, framing, turns, converged);
    }

    private List<Turn> speak(Run run, String framing, List<Turn> before, int round) {
        List<Material> heard = speeches(framing, before);
        return run.all(List.of(
                branch -> speech(branch, Side.PRO, setup.pro, heard, round),
                branch -> speech(branch, Side.CON, setup.con, heard, round)));
    }

    private Turn speech(Run run, Side side, ChatModel speaker, List<Material> heard, int round) {
        String brief = SPEECH.formatted(side.task(), round, setup.rounds);
        return new Turn(
                round,
                side,
                run.ask(side.name(), speaker, Stages.step(run.request(), brief, heard))
                        .text());
    }

    private boolean haveConverged(Run run, List<Turn> turns) {
        String pro = turns.get(turns.size() - 2).speech();
        String con = turns.get(turns.size() - 1).speech();
        double alike = setup.meaning.compare(List.of(pro, con), run).between(0, 1);
        return alike >= setup.meaning.threshold();
    }

    private DebateResult judge(Run run, String framing, List<Turn> turns, boolean converged) {
        List<Grade> grades = setup.judge.grade(run, List.of(all(Side.PRO, turns), all(Side.CON, turns)));
        double pro = grades.get(0).score();
        double con = grades.get(1).score();
        double share = pro + con == 0 ? 0.5 : pro / (pro + con);
        Optional<AudienceVote> audience =
                Optional.ofNullable(setup.audience).map(votes -> votes.vote(framing, List.copyOf(turns)));
        double weight = audience.filter(vote -> vote.total() > 0).isPresent() ? setup.audienceWeight : 0;
        double blended = (1 - weight) * share
                + weight * audience.map(AudienceVote::share).orElse(0.5);
        DebateResult result = new DebateResult(
                framing,
                turns,
                converged,
                blended,
                share,
                audience,
                weight,
                List.of(
                        "pro: " + grades.get(0).reason(),
                        "con: " + grades.get(1).reason()));
        run.progress("verdict", result.summary());
        return result;
    }

    private static String all(Side side, List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.side() == side)
                .map(Turn::speech)
                .collect(Collectors.joining("\n\n"));
    }

    private static List<Material> speeches(String framing, List<Turn> turns) {
        List<Material> materials = new ArrayList<>();
        materials.add(Material.of("framing", framing));
        turns.forEach(turn -> materials.add(Material.of(
                "round " + turn.round() + ", " + turn.side().name().toLowerCase(Locale.ROOT), turn.speech())));
        return materials;
    }

    /** Collects what is optional about a debate. */
    public static final class Builder {
        private final ChatModel pro;
        private final ChatModel con;
        private ChatModel moderator;
        private Judge judge;
        private Meaning meaning = Meaning.lexical();
        private int rounds = 3;
        private @Nullable Audience audience;
        private double audienceWeight = 0.3;

        private Builder(ChatModel pro, ChatModel con, ChatModel judge) {
            this.pro = pro;
            this.con = con;
            this.moderator = pro;
            this.judge = Judge.of(judge).by(Rubric.argument());
        }

        private Builder(Builder other) {
            this(other.pro, other.con, other.judge.model());
            this.moderator = other.moderator;
            this.judge = other.judge;
            this.meaning = other.meaning;
            this.rounds = other.rounds;
            this.audience = other.audience;
            this.audienceWeight = other.audienceWeight;
        }

        /** Sets who frames the question. */
        public Builder moderator(ChatModel other) {
            this.moderator = other;
            return this;
        }

        /** Sets what the judge looks at. */
        public Builder rubric(Rubric rubric) {
            this.judge = judge.by(rubric);
            return this;
        }

        /** Sets the most rounds, 1 to 10; 3 unless set. */
        public Builder rounds(int most) {
            this.rounds = Require.range("rounds", most, 1, 10);
            return this;
        }

        /** Sets how it is found out that both sides mean the same. */
        public Builder meaning(Meaning other) {
            this.meaning = other;
            return this;
        }

        /** Lets an audience vote; its share of the verdict is {@code weight}, the judge's is the rest. */
        public Builder audience(Audience votes, double weight) {
            this.audience = votes;
            this.audienceWeight = Require.range("weight of the audience", weight, 0, 1);
            return this;
        }

        /** Returns the debate. */
        public Debate build() {
            return new Debate(new Builder(this));
        }
    }
}
