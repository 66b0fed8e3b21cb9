package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.observe.SpanKind;
import java.util.function.Supplier;

/** A chat model behind a guard. */
final class GuardedChat implements ChatModel {

    private final Supplier<ModelCard> card;
    private final Guard<ChatModel> guard;

    GuardedChat(Supplier<ModelCard> card, Guard<ChatModel> guard) {
        this.card = card;
        this.guard = guard;
    }

    @Override
    public ModelCard card() {
        return card.get();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        Span span = request.context().open(SpanKind.GUARD, guard.name());
        ChatRequest inside = in(span.context(), request);
        return Tries.run(guard, Ask.of(inside), span, model -> model.chat(inside), ChatReply::usage);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return ChatStream.over(new GuardedSource(guard, request), request.context());
    }

    /** Returns the request in that context, without a copy where it is there already. */
    static ChatRequest in(CallContext context, ChatRequest request) {
        return context == request.context() ? request : request.withContext(context);
    }
}
