package dev.gator.orchestration.route;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.FinishReason;
import dev.gator.orchestration.engine.Run;

/** Distrusts answers that are empty or were cut off. */
record WholeAnswer() implements Confidence {

    @Override
    public Assessment assess(Run run, ChatModel model, ChatReply reply) {
        if (reply.text().isBlank() && reply.toolCalls().isEmpty()) {
            return new Assessment(0, "the answer is empty");
        }
        boolean cut = reply.finish() == FinishReason.LENGTH || reply.finish() == FinishReason.CONTENT_FILTER;
        return cut ? new Assessment(0, "the answer was cut off") : new Assessment(1, "the answer is whole");
    }
}
