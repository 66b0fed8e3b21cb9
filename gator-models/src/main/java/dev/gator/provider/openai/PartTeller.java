package dev.gator.provider.openai;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import dev.gator.chat.Warning;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what comes over the wire into events with part numbers. Whole answers and streams go through here alike, so that
 * they cannot differ. Not thread-safe.
 */
final class PartTeller {

    private final Deque<ChatEvent> out = new ArrayDeque<>();
    private final Map<Integer, Growing> calls = new LinkedHashMap<>();
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream(0);
    private @Nullable Growing current;
    private @Nullable Growing audio;
    private int parts;
    private boolean begun;

    /** Returns the next event that is ready, or null. */
    @Nullable
    ChatEvent poll() {
        return out.poll();
    }

    boolean hasBegun() {
        return begun;
    }

    boolean isSilent() {
        return out.isEmpty();
    }

    /** Puts the first event before whatever was told already. */
    void begin(String id, String model, List<Warning> warnings) {
        begun = true;
        out.addFirst(new ChatEvent.Started(id, model, List.copyOf(warnings)));
    }

    /** Returns the kind of the part that grows now, or null. */
    @Nullable
    PartKind growing() {
        return current == null ? null : current.kind();
    }

    /** Lets the part grow that grows now. */
    ChatEvent grow(String text) {
        Growing part = current;
        if (part == null) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "the answer goes on before it has begun");
        }
        return part.grow(text);
    }

    void tell(PartKind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (growing() != kind) {
            endWords();
            start(Growing.of(kind, parts++));
        }
        out.add(grow(text));
    }

    /** Ends a thought with what the service wants back unchanged; without words the thought consists of that alone. */
    void seal(String signature) {
        if (signature.isEmpty()) {
            return;
        }
        if (growing() != PartKind.REASONING) {
            endWords();
            start(Growing.of(PartKind.REASONING, parts++));
        }
        Growing thought = current;
        if (thought != null) {
            out.add(thought.sealed(signature));
        }
        current = null;
    }

    /** Tells more of a tool call; {@code index} is -1 and the texts are empty where the service says nothing. */
    void call(int index, String id, String name, String arguments) {
        Growing known = calls.get(index < 0 ? calls.size() - 1 : index);
        boolean named = !name.isEmpty() && index < 0 && id.isEmpty();
        boolean other = known == null || named || (!id.isEmpty() && !id.equals(known.callId()));
        if (other && !(known != null && name.isEmpty())) {
            if (name.isEmpty()) {
                throw new GatorException(ProviderError.MALFORMED_ANSWER, "a tool call has no name");
            }
            endWords();
            int part = parts++;
            known = Growing.call(part, id.isEmpty() ? "call-" + part : id, name);
            calls.put(index < 0 || calls.containsKey(index) ? calls.size() : index, known);
            start(known);
        }
        current = known;
        if (!arguments.isEmpty()) {
            out.add(grow(arguments));
        }
    }

    void sound(String base64) {
        if (base64.isEmpty()) {
            return;
        }
        Growing part = audio;
        if (part == null) {
            part = Growing.of(PartKind.AUDIO, parts++);
            audio = part;
            out.add(part.begin());
        }
        try {
            sound.writeBytes(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "the sound is not base64", e);
        }
        out.add(part.tell(base64));
    }

    /** Ends all parts and the answer. */
    void finish(FinishReason reason, Usage usage, Optional<Money> cost, MediaType soundType) {
        endWords();
        calls.values().forEach(call -> out.add(call.end()));
        Growing part = audio;
        if (part != null) {
            byte[] bytes = sound.toByteArray();
            Part.File file = new Part.File(Attachment.of(bytes, soundType, Math.max(1, bytes.length)));
            out.add(part.end(file));
        }
        FinishReason told = !calls.isEmpty() && reason == FinishReason.STOP ? FinishReason.TOOL_CALLS : reason;
        out.add(new ChatEvent.Finished(told, usage, cost));
    }

    private void start(Growing part) {
        current = part;
        out.add(part.begin());
    }

    private void endWords() {
        Growing part = current;
        if (part != null && part.kind() != PartKind.TOOL_CALL) {
            out.add(part.end());
        }
        current = null;
    }
}
