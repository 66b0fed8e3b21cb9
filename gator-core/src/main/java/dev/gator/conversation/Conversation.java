package dev.gator.conversation;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.content.Attachment;
import dev.gator.persona.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a persona. Thread-safe: turns run one after the other in the order in which they were asked for. A
 * turn is kept when it is complete; one that fails or is cancelled leaves nothing behind.
 *
 * <pre>{@code
 * try (ChatStream answer = chat.stream("What do I pack for Lisbon in May?")) {
 *     answer.forEach(event -> System.out.print(event.text()));
 * }
 * }</pre>
 */
public final class Conversation {

    private final String id = UUID.randomUUID().toString();
    private final Persona persona;
    private final Owner owner;
    private final Setting setting;
    private final TurnLock turns = new TurnLock();
    private final List<Exchange> exchanges = new ArrayList<>(); // guarded by itself
    private volatile @Nullable Turn last;

    Conversation(Persona persona, Owner owner, Setting setting) {
        this.persona = persona;
        this.owner = owner;
        this.setting = setting;
    }

    /** Says something, with files if there are any, and waits for the answer. */
    public Turn send(String text, Attachment... files) {
        return send(Message.user(text, files), setting.context.get());
    }

    /** Says something in a context of its own, for a deadline, a cancellation or a budget. */
    public Turn send(Message.User message, CallContext context) {
        return new TurnRunner(this, message, ownedBy(context)).send();
    }

    /** Says something, with files if there are any, and returns the answer as it is made; the caller closes the stream. */
    public ChatStream stream(String text, Attachment... files) {
        return stream(Message.user(text, files), setting.context.get());
    }

    /**
     * Says something in a context of its own and returns the answer as it is made. The turn begins when the stream is first
     * read and holds back later turns until it is read to its end or closed.
     */
    public ChatStream stream(Message.User message, CallContext context) {
        return new TurnRunner(this, message, ownedBy(context)).stream();
    }

    /** Returns everything said so far, oldest first: user messages, tool calls, results and answers. */
    public List<Message> history() {
        return exchanges().stream()
                .flatMap(exchange -> exchange.messages().stream())
                .toList();
    }

    /** Returns the last complete turn. */
    public Optional<Turn> lastTurn() {
        return Optional.ofNullable(last);
    }

    /** Returns the conversation's own id. */
    public String id() {
        return id;
    }

    /** Returns who answers. */
    public Persona persona() {
        return persona;
    }

    /** Returns to whom the conversation belongs. */
    public Owner owner() {
        return owner;
    }

    Setting setting() {
        return setting;
    }

    TurnLock turns() {
        return turns;
    }

    List<Exchange> exchanges() {
        synchronized (exchanges) {
            return List.copyOf(exchanges);
        }
    }

    void keep(Exchange exchange, Turn turn) {
        synchronized (exchanges) {
            exchanges.add(exchange);
        }
        last = turn;
    }

    private CallContext ownedBy(CallContext context) {
        return context.withOwner(owner);
    }
}
