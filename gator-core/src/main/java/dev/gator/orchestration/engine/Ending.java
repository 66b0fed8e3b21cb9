package dev.gator.orchestration.engine;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;

/** How a strategy's answer is told. */
public sealed interface Ending {

    /** Returns: this reply. */
    static Ending told(ChatReply reply) {
        return new Told(reply);
    }

    /** Returns: what that model answers to that request; when the strategy streams, so does the model. */
    static Ending spokenBy(ChatModel model, ChatRequest request) {
        return new Spoken(model, request);
    }

    /**
     * The answer is there and was paid for in the run.
     *
     * @param reply the answer
     */
    record Told(ChatReply reply) implements Ending {}

    /**
     * The last call of the run gives the answer.
     *
     * @param model who speaks
     * @param request what to
     */
    record Spoken(ChatModel model, ChatRequest request) implements Ending {}
}
