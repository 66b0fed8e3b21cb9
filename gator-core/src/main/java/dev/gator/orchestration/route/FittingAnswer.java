package dev.gator.orchestration.route;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ResponseFormat;
import dev.gator.json.Json;
import dev.gator.json.JsonExtractor;
import dev.gator.orchestration.engine.Run;
import java.util.Optional;

/** Distrusts answers without the structure that was asked for. */
record FittingAnswer() implements Confidence {

    @Override
    public Assessment assess(Run run, ChatModel model, ChatReply reply) {
        ResponseFormat format = run.request().format();
        if (format instanceof ResponseFormat.Text || !reply.toolCalls().isEmpty()) {
            return new Assessment(1, "free text was asked for");
        }
        Optional<Json> json = JsonExtractor.find(reply.text());
        boolean fits = json.isPresent()
                && (!(format instanceof ResponseFormat.Schema wanted)
                        || wanted.schema().validate(json.get()).isEmpty());
        return fits ? new Assessment(1, "fits the schema") : new Assessment(0, "does not fit the schema");
    }
}
