package dev.gator.orchestration.engine;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.error.GatorException;
import dev.gator.json.JsonSchema;
import dev.gator.prompt.Structured;
import dev.gator.prompt.StructuredAsk;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Asks for a record as if it were a plain call, so that both are billed and watched in one place. */
final class Asking<T> implements BiFunction<ChatModel, ChatRequest, ChatReply> {

    private final Class<T> type;
    private final JsonSchema schema;
    private @Nullable T value;

    Asking(Class<T> type, JsonSchema schema) {
        this.type = type;
        this.schema = schema;
    }

    @Override
    public ChatReply apply(ChatModel model, ChatRequest request) {
        Structured<T> structured = StructuredAsk.of(model).ask(type, schema, request);
        value = structured.value();
        return structured.reply();
    }

    T value() {
        T read = value;
        if (read == null) {
            throw new GatorException(OrchestrationError.DEFECT, "nothing was asked");
        }
        return read;
    }
}
