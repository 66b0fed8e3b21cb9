package dev.gator.guard;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model that speaks as a persona and stays truthful: its streams begin with the disclosure, a question about being an AI
 * is answered plainly before the model speaks, and claims to be human never leave. Thread-safe.
 */
public final class Truthful implements ChatModel {

    private final ChatModel model;
    private final Disclosure disclosure;

    private Truthful(ChatModel model, Disclosure disclosure) {
        this.model = model;
        this.disclosure = disclosure;
    }

    /** Returns {@code model}, speaking as the persona of {@code disclosure}. */
    public static Truthful speaking(ChatModel model, Disclosure disclosure) {
        return new Truthful(model, disclosure);
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        ChatReply reply = model.chat(request);
        List<Part> parts = new ArrayList<>();
        admission(request).ifPresent(words -> parts.add(Part.text(words)));
        reply.message().parts().forEach(part -> parts.add(truthful(part)));
        return reply.toBuilder().parts(parts).build();
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return ChatStream.over(
                new TruthfulSource(model.stream(request), disclosure.event(), admission(request)), request.context());
    }

    /**
     * Returns what was said in answer to the request as it left here: claims rewritten, the plain answer first if one was
     * due. For those who keep the messages behind a reply.
     */
    public List<Message> asSaid(ChatRequest request, List<Message> said) {
        List<Message> kept = new ArrayList<>();
        Optional<String> first = admission(request);
        for (Message message : said) {
            if (message instanceof Message.Assistant assistant) {
                List<Part> parts = new ArrayList<>();
                first.ifPresent(words -> parts.add(Part.text(words)));
                first = Optional.empty();
                assistant.parts().forEach(part -> parts.add(truthful(part)));
                kept.add(new Message.Assistant(parts, assistant.cachePoint()));
            } else {
                kept.add(message);
            }
        }
        return List.copyOf(kept);
    }

    /** Returns the part with claims rewritten, if it is text. */
    static Part truthful(Part part) {
        return part instanceof Part.Text text
                ? new Part.Text(ClaimFilter.rewrite(text.text()), text.untrusted())
                : part;
    }

    private Optional<String> admission(ChatRequest request) {
        List<Message> messages = request.messages();
        Message last = messages.get(messages.size() - 1);
        return last instanceof Message.User && request.format() instanceof ResponseFormat.Text
                ? disclosure.answerTo(last.text()).map(answer -> answer + " ")
                : Optional.empty();
    }
}
