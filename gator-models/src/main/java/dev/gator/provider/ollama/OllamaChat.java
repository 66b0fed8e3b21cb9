package dev.gator.provider.ollama;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.provider.chat.Asking;
import dev.gator.provider.http.JsonBody;
import dev.gator.provider.http.Target;

/** A chat model of an Ollama server. */
final class OllamaChat implements ChatModel {

    private static final String PATH = "/api/chat";

    private final Ollama provider;
    private final ModelCard card;
    private final OllamaOptions usual;

    OllamaChat(Ollama provider, ModelCard card, OllamaOptions usual) {
        this.provider = provider;
        this.card = card;
        this.usual = usual;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        request.context().check();
        ChatCall call = call(request);
        JsonBody body = ChatWriter.write(call, false);
        try {
            return ChatReader.whole(provider.transport().post(target(request), PATH, body, request.context()), call);
        } catch (GatorException e) {
            throw Pull.hint(e, call.card().name());
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        request.context().check();
        ChatCall call = call(request);
        JsonBody body = ChatWriter.write(call, true);
        try {
            return ChatStream.over(
                    new ChatSource(provider.transport().lines(target(request), PATH, body, request.context()), call),
                    request.context());
        } catch (GatorException e) {
            throw Pull.hint(e, call.card().name());
        }
    }

    private ChatCall call(ChatRequest request) {
        ModelCard used = request.overrides().model().map(provider::card).orElse(card);
        return new ChatCall(
                new Asking(request, used), request.options(OllamaOptions.class).orElse(usual));
    }

    private Target target(ChatRequest request) {
        return provider.endpoint().resolve(request.overrides());
    }

    @Override
    public String toString() {
        return card.id();
    }
}
