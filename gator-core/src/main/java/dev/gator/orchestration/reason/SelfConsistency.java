package dev.gator.orchestration.reason;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.Require;
import dev.gator.orchestration.deliberate.Consensus;
import dev.gator.orchestration.deliberate.Member;
import dev.gator.orchestration.deliberate.Undecided;
import dev.gator.orchestration.deliberate.Verdict;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Stages;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets one model think several times and takes what most of its trains of thought come to. A {@link Consensus} of samples:
 * the same rules, the same verdict. Thread-safe.
 */
public final class SelfConsistency implements ChatModel {

    private static final String INSTRUCTION =
            "Think step by step. Then give the result alone in a last line that begins with \"" + FinalAnswer.MARK
                    + "\".";

    private final Consensus consensus;
    private final ModelCard card;

    private SelfConsistency(ChatModel model, int samples, Meaning meaning) {
        Require.range("samples", samples, 2, 9);
        List<Member> members = new ArrayList<>();
        for (int i = 1; i <= samples; i++) {
            members.add(Member.of("sample " + i, new Sample(model, i, 0.7)));
        }
        this.consensus = Consensus.builder(members)
                .meaning(new FinalAnswer(meaning))
                .undecided(Undecided.HEAVIEST)
                .build();
        this.card = model.card().withId("self-consistency:" + model.card().id());
    }

    /** Returns that many samples of a model, 2 to 9, whose results are compared by words. */
    public static SelfConsistency of(int samples, ChatModel model) {
        return new SelfConsistency(model, samples, Meaning.lexical());
    }

    /** Returns that many samples of a model, 2 to 9, whose results are compared by meaning. */
    public static SelfConsistency of(int samples, ChatModel model, Meaning meaning) {
        return new SelfConsistency(model, samples, meaning);
    }

    /** Samples and returns how the vote went. */
    public Verdict sample(ChatRequest request) {
        return consensus.deliberate(instructed(request));
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return consensus.chat(instructed(request));
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return consensus.stream(instructed(request));
    }

    private static ChatRequest instructed(ChatRequest request) {
        return request.format() instanceof ResponseFormat.Text ? Stages.closing(request, INSTRUCTION) : request;
    }
}
