package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatReply;
import java.util.List;
import java.util.Optional;

/**
 * What the stages of a chain gave.
 *
 * @param questions the parts that the request was broken into
 * @param proposals an answer to each part
 * @param reviews what the evaluator said about them
 * @param answer everything put together, once that is done
 */
public record ChainResult(
        List<String> questions, List<Proposal> proposals, List<Review> reviews, Optional<ChatReply> answer) {

    /** Copies the lists. */
    public ChainResult {
        questions = List.copyOf(questions);
        proposals = List.copyOf(proposals);
        reviews = List.copyOf(reviews);
    }

    /**
     * An answer to a part.
     *
     * @param question the part
     * @param text the answer
     */
    public record Proposal(String question, String text) {}

    /**
     * An evaluation of an answer to a part.
     *
     * @param question the part
     * @param reliability how far the answer can be relied on, 0 to 1
     * @param advice what has to change
     */
    public record Review(String question, double reliability, String advice) {}

    ChainResult answered(ChatReply reply) {
        return new ChainResult(questions, proposals, reviews, Optional.of(reply));
    }
}
