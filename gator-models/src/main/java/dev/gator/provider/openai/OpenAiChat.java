package dev.gator.provider.openai;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.ModelCard;
import dev.gator.content.MediaType;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.EventStream;
import dev.gator.provider.http.JsonBody;
import dev.gator.provider.http.Target;

/** A chat model of OpenAI or of a service that speaks its language. */
final class OpenAiChat implements ChatModel {

    private final OpenAi provider;
    private final ModelCard card;
    private final OpenAiOptions usual;

    OpenAiChat(OpenAi provider, ModelCard card, OpenAiOptions usual) {
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
        Asked asked = asked(request);
        if (overResponses(asked)) {
            return ResponsesReader.whole(post(asked, "/responses", ResponsesWriter.write(asked, false)), asked);
        }
        Answer answer = post(asked, "/chat/completions", ChatWriter.write(asked, false));
        return ChatReader.whole(answer, asked, soundType(asked.options().audioFormat()));
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        request.context().check();
        Asked asked = asked(request);
        EventSource source = overResponses(asked)
                ? new ResponsesSource(open(asked, "/responses", ResponsesWriter.write(asked, true)), asked)
                : new ChatSource(open(asked, "/chat/completions", ChatWriter.write(asked, true)), asked);
        return ChatStream.over(source, request.context());
    }

    private Answer post(Asked asked, String what, JsonBody body) {
        ChatRequest request = asked.request();
        Target target = provider.endpoint().resolve(request.overrides());
        return provider.transport().post(target, provider.path(asked.card().name(), what), body, request.context());
    }

    private EventStream open(Asked asked, String what, JsonBody body) {
        ChatRequest request = asked.request();
        Target target = provider.endpoint().resolve(request.overrides());
        return provider.transport().events(target, provider.path(asked.card().name(), what), body, request.context());
    }

    private static boolean overResponses(Asked asked) {
        if (asked.options().api() != OpenAiOptions.Api.RESPONSES) {
            return false;
        }
        if (!asked.service().has(Quirk.RESPONSES)) {
            throw asked.unsupported("calls over the responses API");
        }
        return true;
    }

    private Asked asked(ChatRequest request) {
        ModelCard used = request.overrides().model().map(provider::card).orElse(card);
        OpenAiOptions options = request.options(OpenAiOptions.class).orElse(usual);
        return new Asked(request, provider.service(), used, options);
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
