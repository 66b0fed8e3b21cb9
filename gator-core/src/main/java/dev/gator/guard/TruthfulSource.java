package dev.gator.guard;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The events of a persona: disclosure first, then the plain answer if one is due, then the model, claims rewritten. */
final class TruthfulSource implements EventSource {

    private final ChatStream inner;
    private final Optional<String> admission;
    private final int shift;
    private final Queue<ChatEvent> ready = new ArrayDeque<>();
    private final Map<Integer, Spoken> open = new HashMap<>();
    private @Nullable Iterator<ChatEvent> events;

    TruthfulSource(ChatStream inner, ChatEvent.Disclosed disclosed, Optional<String> admission) {
        this.inner = inner;
        this.admission = admission;
        this.shift = admission.isPresent() ? 1 : 0;
        ready.add(disclosed);
    }

    @Override
    public @Nullable ChatEvent next() {
        while (ready.isEmpty()) {
            Iterator<ChatEvent> source = events == null ? inner.iterator() : events;
            events = source;
            if (!source.hasNext()) {
                return null;
            }
            accept(source.next());
        }
        return ready.remove();
    }

    @Override
    public void close() {
        inner.close();
    }

    private void accept(ChatEvent event) {
        if (event instanceof ChatEvent.TextDelta delta) {
            say(delta.part(), spoken(delta.part()).push(delta.text()));
        } else if (event instanceof ChatEvent.PartEnded ended) {
            end(ended);
        } else if (event instanceof ChatEvent.PartStarted start) {
            ready.add(new ChatEvent.PartStarted(start.part() + shift, start.kind(), start.callId(), start.toolName()));
        } else if (event instanceof ChatEvent.ReasoningDelta thought) {
            ready.add(new ChatEvent.ReasoningDelta(thought.part() + shift, thought.thought()));
        } else if (event instanceof ChatEvent.ArgumentsDelta arguments) {
            ready.add(new ChatEvent.ArgumentsDelta(arguments.part() + shift, arguments.json()));
        } else if (event instanceof ChatEvent.AudioDelta sound) {
            ready.add(new ChatEvent.AudioDelta(sound.part() + shift, sound.base64()));
        } else if (event instanceof ChatEvent.Started) {
            ready.add(event);
            admission.ifPresent(this::admit);
        } else if (!(event instanceof ChatEvent.Disclosed)) {
            ready.add(event);
        }
    }

    private void admit(String words) {
        ready.add(ChatEvent.PartStarted.of(0, PartKind.TEXT));
        ready.add(new ChatEvent.TextDelta(0, words));
        ready.add(new ChatEvent.PartEnded(0, Part.text(words)));
    }

    private void end(ChatEvent.PartEnded ended) {
        Spoken spoken = open.remove(ended.part());
        Part value = ended.value();
        if (spoken != null && value instanceof Part.Text text) {
            say(ended.part(), spoken.finish());
            value = new Part.Text(spoken.said.toString(), text.untrusted());
        } else {
            value = Truthful.truthful(value);
        }
        ready.add(new ChatEvent.PartEnded(ended.part() + shift, value));
    }

    private void say(int part, String words) {
        if (!words.isEmpty()) {
            ready.add(new ChatEvent.TextDelta(part + shift, words));
        }
    }

    private Spoken spoken(int part) {
        return open.computeIfAbsent(part, number -> new Spoken());
    }

    private static final class Spoken {
        private final ClaimFilter filter = new ClaimFilter();
        private final StringBuilder said = new StringBuilder();

        String push(String words) {
            return keep(filter.push(words));
        }

        String finish() {
            return keep(filter.finish());
        }

        private String keep(String words) {
            said.append(words);
            return words;
        }
    }
}
