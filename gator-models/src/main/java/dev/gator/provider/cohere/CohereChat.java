package dev.gator.provider.cohere;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.provider.http.JsonBody;
import dev.gator.provider.http.Target;

/** A chat model of Cohere. */
final class CohereChat implements ChatModel {

    private static final String PATH = "/v2/chat";

    private final Cohere provider;
    private final ModelCard card;

    CohereChat(Cohere provider, ModelCard card) {
        this.provider = provider;
        this.card = card;
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
        Target target = provider.endpoint().resolve(request.overrides());
        ChatReader reader = new ChatReader(call, said -> provider.transport().errorIn(target, said));
        return reader.whole(provider.transport().post(target, PATH, body, request.context()));
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        request.context().check();
        ChatCall call = call(request);
        JsonBody body = ChatWriter.write(call, true);
        Target target = provider.endpoint().resolve(request.overrides());
        ChatReader reader = new ChatReader(call, said -> provider.transport().errorIn(target, said));
        return ChatStream.over(
                new ChatSource(provider.transport().events(target, PATH, body, request.context()), reader),
                request.context());
    }

    private ChatCall call(ChatRequest request) {
        return new ChatCall(
                request, request.overrides().model().map(provider::card).orElse(card));
    }

    @Override
    public String toString() {
        return card.id();
    }
}
