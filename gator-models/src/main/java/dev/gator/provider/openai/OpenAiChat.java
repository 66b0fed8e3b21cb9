package dev.gator.provider.openai;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.content.MediaType;
import dev.gator.provider.http.Target;

/** A chat model of OpenAI or of a service that speaks its language. */
final class OpenAiChat implements ChatModel {

    private final OpenAi provider;
    private final ModelCard card;

    OpenAiChat(OpenAi provider, ModelCard card) {
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
        Asked asked = asked(request);
        Target target = provider.endpoint().resolve(request.overrides());
        String path = provider.path(asked.card().name(), "/chat/completions");
        MediaType sound = soundType(asked.options().audioFormat());
        return ChatReader.whole(
                provider.transport().post(target, path, ChatWriter.write(asked, false), request.context()),
                asked,
                sound);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        request.context().check();
        Asked asked = asked(request);
        Target target = provider.endpoint().resolve(request.overrides());
        String path = provider.path(asked.card().name(), "/chat/completions");
        return ChatStream.over(
                new ChatSource(
                        provider.transport().events(target, path, ChatWriter.write(asked, true), request.context()),
                        asked),
                request.context());
    }

    private Asked asked(ChatRequest request) {
        ModelCard used = request.overrides().model().map(provider::card).orElse(card);
        return new Asked(request, provider.service(), used);
    }

    private static MediaType soundType(String format) {
        return switch (format) {
            case "mp3" -> MediaType.MP3;
            case "flac" -> MediaType.FLAC;
            case "aac" -> MediaType.AAC;
            case "opus" -> MediaType.OGG;
            case "pcm16" -> MediaType.PCM;
            default -> MediaType.WAV;
        };
    }

    @Override
    public String toString() {
        return card.id();
    }
}
