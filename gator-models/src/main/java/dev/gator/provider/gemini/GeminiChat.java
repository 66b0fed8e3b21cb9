package dev.gator.provider.gemini;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.provider.http.JsonBody;
import dev.gator.provider.http.Target;

/** A chat model of Gemini. */
final class GeminiChat implements ChatModel {

    private final Gemini provider;
    private final ModelCard card;
    private final GeminiOptions options;

    GeminiChat(Gemini provider, ModelCard card, GeminiOptions options) {
        this.provider = provider;
        this.card = card;
        this.options = options;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        request.context().check();
        GenerateCall call = call(request);
        JsonBody body = GenerateWriter.write(call);
        String path = Gemini.path(call.card().name(), "generateContent");
        return GenerateReader.whole(provider.transport().post(target(request), path, body, request.context()), call);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        request.context().check();
        GenerateCall call = call(request);
        JsonBody body = GenerateWriter.write(call);
        String path = Gemini.path(call.card().name(), "streamGenerateContent?alt=sse");
        return ChatStream.over(
                new GenerateSource(provider.transport().events(target(request), path, body, request.context()), call),
                request.context());
    }

    private GenerateCall call(ChatRequest request) {
        return new GenerateCall(
                request,
                request.overrides().model().map(provider::card).orElse(card),
                request.options(GeminiOptions.class).orElse(options));
    }

    private Target target(ChatRequest request) {
        return provider.endpoint().resolve(request.overrides());
    }

    @Override
    public String toString() {
        return card.id();
    }
}
