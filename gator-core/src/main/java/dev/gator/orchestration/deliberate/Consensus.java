package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Warning;
import dev.gator.error.Require;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Judge;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks several models at once and answers what enough of them mean. Structured answers and tool calls are compared
 * exactly, words by a {@link Meaning}. Voters that fail are left out down to the quorum; when the outcome cannot change any
 * more, the rest is cancelled. A minority never wins unless a rule for undecided votes was chosen, and then the reply says
 * so in a warning. Thread-safe.
 *
 * <pre>{@code
 * Verdict verdict = Consensus.of(one, two, three).deliberate(ChatRequest.of("Is this clause enforceable?"));
 * System.out.println(verdict + " " + verdict.dissent());
 * }</pre>
 */
public final class Consensus implements ChatModel {

    private final Rules rules;
    private final StrategyModel engine;

    /** Everything that decides a vote. */
    record Rules(
            List<Member> members,
            Meaning meaning,
            double needed,
            int quorum,
            boolean earlyStop,
            Undecided undecided,
            Optional<Judge> judge,
            Optional<String> field) {}

    private Consensus(Builder builder) {
        int quorum = builder.quorum == 0 ? builder.members.size() / 2 + 1 : builder.quorum;
        this.rules = new Rules(
                builder.members,
                builder.meaning,
                builder.needed,
                Require.range("quorum", quorum, 1, builder.members.size()),
                builder.earlyStop,
                builder.undecided,
                Optional.ofNullable(builder.judge),
                Optional.ofNullable(builder.field));
        Require.that(
                builder.undecided != Undecided.JUDGE || builder.judge != null,
                "undecided votes need a judge; none is set");
        List<ChatModel> models = builder.members.stream().map(Member::model).toList();
        this.engine = StrategyModel.of("consensus", models, this::perform);
    }

    /** Returns a consensus of 2 to 9 models that wants more than half of the votes and compares by words. */
    public static Consensus of(ChatModel... models) {
        return builder(Member.all(models)).build();
    }

    /** Starts a consensus of 2 to 9 members. */
    public static Builder builder(List<Member> members) {
        return new Builder(members);
    }

    /** Returns the preset for quality: all answers are waited for, and where they differ the judge chooses. */
    public static Consensus highQuality(List<Member> members, Meaning meaning, Judge judge) {
        return builder(members)
                .meaning(meaning)
                .judge(judge)
                .undecided(Undecided.JUDGE)
                .waitForAll()
                .build();
    }

    /** Returns the preset for speed: the heaviest position wins, and stragglers are cancelled. */
    public static Consensus fast(List<Member> members, Meaning meaning) {
        return builder(members).meaning(meaning).undecided(Undecided.HEAVIEST).build();
    }

    /** Returns the preset for facts: 0.7 of the votes or no answer at all. */
    public static Consensus verified(List<Member> members, Meaning meaning) {
        return builder(members).meaning(meaning).needing(0.7).waitForAll().build();
    }

    /**
     * Lets the members vote.
     *
     * @throws dev.gator.error.GatorException with {@link dev.gator.orchestration.engine.OrchestrationError#NO_QUORUM} if
     *     too few of them answer
     */
    public Verdict deliberate(ChatRequest request) {
        return engine.perform(request, this::vote);
    }

    /** Lets the members vote on a question. */
    public Verdict deliberate(String question) {
        return deliberate(ChatRequest.of(question));
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
        Verdict verdict = vote(run);
        ChatReply answer = verdict.orThrow();
        if (verdict.outcome() == Verdict.Outcome.AGREED) {
            return Ending.told(answer);
        }
        Warning warning = new Warning("consensus", verdict.reason());
        return Ending.told(answer.toBuilder().warnings(List.of(warning)).build());
    }

    private Verdict vote(Run run) {
        return new Poll(rules, run).hold();
    }

    /** Collects what is optional about a consensus. */
    public static final class Builder {
        private final List<Member> members;
        private Meaning meaning = Meaning.lexical();
        private double needed = 0.5;
        private int quorum;
        private boolean earlyStop = true;
        private Undecided undecided = Undecided.REPORT;
        private @Nullable Judge judge;
        private @Nullable String field;

        private Builder(List<Member> members) {
            Require.range("members of a consensus", members.size(), 2, 9);
            this.members = Member.distinct(members);
        }

        /** Sets how words are compared; by words and their stems unless set. */
        public Builder meaning(Meaning other) {
            this.meaning = other;
            return this;
        }

        /** Sets the share of the votes cast that a position needs, 0.5 to 1; exactly half is never enough. */
        public Builder needing(double share) {
            this.needed = Require.range("needed share", share, 0.5, 1);
            return this;
        }

        /** Sets how many members must answer; more than half unless set. */
        public Builder quorum(int answers) {
            this.quorum = Require.range("quorum", answers, 1, members.size());
            return this;
        }

        /** Waits for every member, so that all dissent is heard. */
        public Builder waitForAll() {
            this.earlyStop = false;
            return this;
        }

        /** Sets what happens when no position has the needed share; nothing wins unless set. */
        public Builder undecided(Undecided rule) {
            this.undecided = rule;
            return this;
        }

        /** Sets who chooses with {@link Undecided#JUDGE}. */
        public Builder judge(Judge chooser) {
            this.judge = chooser;
            return this;
        }

        /** Compares structured answers by one of their members only. */
        public Builder comparing(String member) {
            this.field = Require.text("compared member", member);
            return this;
        }

        /** Returns the consensus. */
        public Consensus build() {
            return new Consensus(this);
        }
    }
}
