package dev.gator.tools;

import dev.gator.call.Cancellation;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The events of all rounds as one stream: parts numbered through, tool calls that were run shown as progress, one start and
 * one end.
 */
final class RoundsSource implements EventSource {

    private final ChatModel model;
    private final Rounds rounds;
    private final Cancellation.Child stop;
    private final Queue<ChatEvent> ready = new ArrayDeque<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<ChatEvent> held = new ArrayList<>(); // tool calls of this round, until it is known who runs them
    private @Nullable ChatStream current;
    private @Nullable Iterator<ChatEvent> events;
    private int parts;
    private int gapPart;
    private String gap = "";
    private boolean begun;
    private boolean toolsDue;
    private boolean over;

    RoundsSource(ChatModel model, Rounds rounds) {
        this.model = model;
        this.rounds = rounds;
        this.stop = rounds.context().cancellation().child();
        rounds.within(rounds.context().withCancellation(stop.cancellation()));
    }

    @Override
    public @Nullable ChatEvent next() {
        while (ready.isEmpty() && !over) {
            advance();
        }
        return ready.poll();
    }

    @Override
    public void close() {
        stop.cancellation().cancel();
        stop.close();
    }

    private void advance() {
        if (toolsDue) {
            toolsDue = false;
            rounds.runTools();
        }
        Iterator<ChatEvent> source = events;
        if (source == null) {
            ChatStream stream = model.stream(rounds.next());
            current = stream;
            source = stream.iterator();
            events = source;
            gap = rounds.gap();
            gapPart = -1;
        }
        if (source.hasNext()) {
            accept(source.next());
        } else {
            over = true;
        }
    }

    private void accept(ChatEvent event) {
        if (event instanceof ChatEvent.TextDelta delta) {
            ready.add(new ChatEvent.TextDelta(number(delta.part()), separated(delta)));
        } else if (event instanceof ChatEvent.Started started) {
            if (!begun) {
                begun = true;
                ready.add(started);
            }
        } else if (event instanceof ChatEvent.PartStarted start) {
            start(start);
        } else if (event instanceof ChatEvent.ArgumentsDelta) {
            held.add(event);
        } else if (event instanceof ChatEvent.PartEnded ended) {
            end(ended);
        } else if (event instanceof ChatEvent.ReasoningDelta thought) {
            ready.add(new ChatEvent.ReasoningDelta(number(thought.part()), thought.thought()));
        } else if (event instanceof ChatEvent.AudioDelta sound) {
            ready.add(new ChatEvent.AudioDelta(number(sound.part()), sound.base64()));
        } else if (event instanceof ChatEvent.Finished) {
            finish();
        } else {
            ready.add(event);
        }
    }

    private void start(ChatEvent.PartStarted start) {
        if (start.kind() == PartKind.TOOL_CALL) {
            held.add(start);
        } else {
            ready.add(ChatEvent.PartStarted.of(number(start.part()), start.kind()));
        }
    }

    private void end(ChatEvent.PartEnded ended) {
        if (ended.value() instanceof Part.ToolCall) {
            held.add(ended);
            return;
        }
        Part value = ended.value();
        if (value instanceof Part.Text text && ended.part() == gapPart) {
            value = new Part.Text(gap + text.text(), text.untrusted());
            gap = "";
        }
        ready.add(new ChatEvent.PartEnded(number(ended.part()), value));
    }

    private String separated(ChatEvent.TextDelta delta) {
        if (gap.isEmpty() || gapPart >= 0) {
            return delta.text();
        }
        gapPart = delta.part();
        return gap + delta.text();
    }

    private void finish() {
        ChatStream stream = current;
        if (stream == null) {
            return;
        }
        boolean answered = rounds.accept(stream.reply());
        if (answered) {
            held.forEach(this::release);
            ChatReply reply = rounds.reply();
            ready.add(new ChatEvent.Finished(reply.finish(), reply.usage(), reply.cost()));
            over = true;
            stop.close();
        } else {
            ready.add(new ChatEvent.Progress("tools", Rounds.names(rounds.calls())));
            toolsDue = true;
            events = null;
        }
        stream.close();
        held.clear();
        numbers.clear();
    }

    private void release(ChatEvent event) {
        if (event instanceof ChatEvent.PartStarted start) {
            ready.add(new ChatEvent.PartStarted(number(start.part()), start.kind(), start.callId(), start.toolName()));
        } else if (event instanceof ChatEvent.ArgumentsDelta arguments) {
            ready.add(new ChatEvent.ArgumentsDelta(number(arguments.part()), arguments.json()));
        } else if (event instanceof ChatEvent.PartEnded ended) {
            ready.add(new ChatEvent.PartEnded(number(ended.part()), ended.value()));
        }
    }

    private int number(int part) {
        return numbers.computeIfAbsent(part, inner -> parts++);
    }
}
