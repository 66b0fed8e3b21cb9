package dev.gator;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import java.util.function.Supplier;

/** The default model, chosen when it is first needed, so that naming another one needs no default. */
record Chosen(Supplier<ChatModel> model) implements ChatModel {

    @Override
    public ModelCard card() {
        return model.get().card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return model.get().chat(request);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return model.get().stream(request);
    }
}
