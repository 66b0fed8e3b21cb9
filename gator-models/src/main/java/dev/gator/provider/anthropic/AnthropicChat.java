package dev.gator.provider.anthropic;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.provider.http.JsonBody;
import dev.gator.provider.http.Target;
import java.util.List;

/** A chat model of Anthropic. */
final class AnthropicChat implements ChatModel {

    private static final String PATH = "/v1/messages";

    private final Anthropic provider;
    private final ModelCard card;
    private final AnthropicOptions options;

    AnthropicChat(Anthropic provider, ModelCard card, AnthropicOptions options) {
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
        MessagesCall call = call(request);
        JsonBody body = MessagesWriter.write(call, false);
        return MessagesReader.whole(provider.transport().post(target(call), PATH, body, request.context()), call);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        request.context().check();
        MessagesCall call = call(request);
        JsonBody body = MessagesWriter.write(call, true);
        return ChatStream.over(
                new MessagesSource(provider.transport().events(target(call), PATH, body, request.context()), call),
                request.context());
    }

    private MessagesCall call(ChatRequest request) {
        return new MessagesCall(
                request,
                request.overrides().model().map(provider::card).orElse(card),
                request.options(AnthropicOptions.class).orElse(options));
    }

    private Target target(MessagesCall call) {
        Target target = provider.endpoint().resolve(call.request().overrides());
        List<String> betas = call.options().betas();
        return betas.isEmpty() ? target : target.with("anthropic-beta", String.join(",", betas));
    }

    @Override
    public String toString() {
        return card.id();
    }
}
