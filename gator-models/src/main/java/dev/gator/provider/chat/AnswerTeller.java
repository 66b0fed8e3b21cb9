package dev.gator.provider.chat;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ModelCard;
import dev.gator.chat.PartKind;
import dev.gator.chat.ReplyAssembler;
import dev.gator.chat.Warning;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.usage.Usage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a service says into events with part numbers, in order. Not thread-safe. */
public final class AnswerTeller {

    private final Deque<ChatEvent> out = new ArrayDeque<>();
    private int parts;
    private int calls;
    private boolean begun;
    private boolean finished;

    /** Creates a teller that has told nothing. */
    public AnswerTeller() {}

    /** Returns the next event that is ready, or null. */
    public @Nullable ChatEvent poll() {
        return out.poll();
    }

    /** Returns whether the first event was told. */
    public boolean hasBegun() {
        return begun;
    }

    /** Returns whether the last event was told. */
    public boolean isFinished() {
        return finished;
    }

    /** Tells the first event, before whatever waits already; later calls do nothing. */
    public void begin(String id, String model, List<Warning> warnings) {
        if (!begun) {
            begun = true;
            out.addFirst(new ChatEvent.Started(id, model, List.copyOf(warnings)));
        }
    }

    /** Begins words or a thought. */
    public GrowingPart open(PartKind kind) {
        return opened(new GrowingPart(kind, parts++, "", ""));
    }

    /** Begins a tool call; {@code id} is empty where the service gives none, and one is made up. */
    public GrowingPart openCall(String id, String tool) {
        if (tool.isEmpty()) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "a tool call has no name");
        }
        int part = parts++;
        calls++;
        return opened(new GrowingPart(PartKind.TOOL_CALL, part, id.isEmpty() ? "call-" + part : id, tool));
    }

    /** Tells more of a part; an empty text says nothing. */
    public void grow(GrowingPart part, String text) {
        if (!text.isEmpty()) {
            out.add(part.grow(text));
        }
    }

    /** Ends a part. */
    public void close(GrowingPart part) {
        seal(part, "");
    }

    /** Ends a thought together with what the service wants back unchanged. */
    public void seal(GrowingPart thought, String signature) {
        out.add(thought.end(signature));
    }

    /** Tells the last event and prices the answer. A model that stops with calls has stopped for them. */
    public void finish(FinishReason reason, Usage usage, ModelCard card) {
        finished = true;
        FinishReason told = reason == FinishReason.STOP && calls > 0 ? FinishReason.TOOL_CALLS : reason;
        told = told == FinishReason.TOOL_CALLS && calls == 0 ? FinishReason.STOP : told;
        out.add(new ChatEvent.Finished(told, usage, card.cost(usage)));
    }

    /** Takes all events and returns the reply that they are. */
    public ChatReply reply() {
        ReplyAssembler assembler = new ReplyAssembler();
        for (ChatEvent event; (event = out.poll()) != null; ) {
            assembler.accept(event);
        }
        return assembler.toReply();
    }

    private GrowingPart opened(GrowingPart part) {
        out.add(part.begin());
        return part;
    }
}
