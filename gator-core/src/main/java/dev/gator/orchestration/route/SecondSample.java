package dev.gator.orchestration.route;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Run;
import java.util.List;
import java.util.Locale;

/** Asks the model again and compares. */
record SecondSample(Meaning meaning) implements Confidence {

    @Override
    public Assessment assess(Run run, ChatModel model, ChatReply reply) {
        ChatReply second = run.ask("second sample", model, run.request());
        double alike =
                meaning.compare(List.of(reply.text(), second.text()), run).between(0, 1);
        return new Assessment(alike, String.format(Locale.ROOT, "two samples are alike to %.2f", alike));
    }
}
