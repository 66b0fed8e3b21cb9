package dev.gator.conversation;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.error.GatorException;
import dev.gator.guard.ContentRating;
import dev.gator.guard.MinorMarkers;
import dev.gator.guard.PhraseCheck;
import dev.gator.guard.Truthful;
import dev.gator.observe.SpanKind;
import dev.gator.persona.Persona;
import dev.gator.tools.ToolLoop;
import java.util.ArrayList;
import java.util.List;

/** Runs one turn: prompt, window, tools, truth, phrases, and at the end the history. */
final class TurnRunner {

    private final Conversation conversation;
    private final Message.User message;
    private final CallContext context;
    private final Setting setting;
    private final ContentRating rating;
    private final ChatModel model;
    private final PhraseCheck phrases;

    TurnRunner(Conversation conversation, Message.User message, CallContext context) {
        Persona persona = conversation.persona();
        this.conversation = conversation;
        this.message = message;
        this.context = context;
        this.setting = conversation.setting();
        this.rating = setting.ratingOf(persona);
        this.model = setting.modelOf(persona);
        this.phrases = PhraseCheck.of(persona.speech().forbiddenPhrases());
        MinorMarkers.refuse(rating, message.text());
    }

    Turn send() {
        Runnable leave = conversation.turns().enter(context);
        Span span = context.open(SpanKind.TURN, conversation.persona().id());
        try {
            Speaking speaking = begin(span);
            ChatReply reply = speaking.truthful().chat(speaking.request());
            Turn turn = speaking.complete(repaired(speaking, reply));
            span.end();
            return turn;
        } catch (GatorException e) {
            throw span.failed(e);
        } finally {
            leave.run();
        }
    }

    ChatStream stream() {
        return ChatStream.over(new TurnSource(this, conversation.turns()), context);
    }

    CallContext context() {
        return context;
    }

    Span open(CallContext inner) {
        return inner.open(SpanKind.TURN, conversation.persona().id());
    }

    Speaking begin(Span span) {
        ToolLoop loop = setting.tools.apply(model);
        ChatRequest frame = ChatRequest.builder()
                .message(setting.compiler.compile(conversation.persona(), rating))
                .message(message)
                .tools(loop.offered())
                .context(span.context())
                .build();
        Window.Fitted fitted = new Window(model.card(), setting.counter).fit(frame, conversation.exchanges());
        if (!fitted.cut().isEmpty()) {
            span.note("context cut", fitted.cut().toString());
        }
        return new Speaking(fitted, new Remembering(loop), span);
    }

    private Said repaired(Speaking speaking, ChatReply reply) {
        List<Message> said = speaking.said();
        List<String> found = phrases.findIn(reply.text());
        if (found.isEmpty()) {
            return new Said(reply, said);
        }
        speaking.span().note("forbidden phrases", String.join(", ", found));
        List<Message> messages = new ArrayList<>(speaking.request().messages());
        messages.addAll(said);
        messages.add(Message.user("Say the same again without these phrases: " + String.join(", ", found)));
        ChatReply again = Truthful.speaking(model, conversation.persona().disclosure())
                .chat(speaking.request().withMessages(messages));
        List<Message> kept = new ArrayList<>(said.subList(0, said.size() - 1));
        kept.add(again.message());
        ChatReply total = again.toBuilder()
                .usage(reply.usage().plus(again.usage()))
                .cost(reply.cost().flatMap(sum -> again.cost().map(sum::plus)))
                .build();
        return new Said(total, kept);
    }

    /** What a turn said: the reply, and the messages behind it. */
    record Said(ChatReply reply, List<Message> messages) {}

    /** A turn that is under way. */
    final class Speaking {
        private final Window.Fitted fitted;
        private final Remembering loop;
        private final Truthful truthful;
        private final Span span;

        Speaking(Window.Fitted fitted, Remembering loop, Span span) {
            this.fitted = fitted;
            this.loop = loop;
            this.span = span;
            this.truthful = Truthful.speaking(loop, conversation.persona().disclosure());
        }

        Truthful truthful() {
            return truthful;
        }

        ChatRequest request() {
            return fitted.request();
        }

        Span span() {
            return span;
        }

        List<Message> said() {
            return truthful.asSaid(request(), loop.said());
        }

        Turn complete(Said said) {
            String text = said.reply().text();
            MinorMarkers.refuse(rating, text);
            List<Message> all = new ArrayList<>();
            all.add(message);
            all.addAll(said.messages());
            Turn turn = new Turn(said.reply(), fitted.cut(), phrases.findIn(text));
            conversation.keep(Exchange.of(all, setting.counter), turn);
            return turn;
        }
    }
}
