package dev.gator.tck;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.EventSource;
import dev.gator.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the toy service's event stream. */
final class ToySource implements EventSource {

    private final ToyCall call;
    private final ToyAnswer answer;
    private final Predicate<Flaw> flawed;
    private final List<ChatEvent> held = new ArrayList<>();
    private boolean afterCarriageReturn;
    private boolean first = true;
    private boolean finished;
    private boolean ended;

    ToySource(ToyCall call, ToyAnswer answer, Predicate<Flaw> flawed) {
        this.call = call;
        this.answer = answer;
        this.flawed = flawed;
    }

    @Override
    public @Nullable ChatEvent next() {
        if (flawed.test(Flaw.BUFFERS_THE_STREAM)) {
            ChatEvent event = fresh();
            while (event != null) {
                held.add(event);
                event = fresh();
            }
            return held.isEmpty() ? null : held.remove(0);
        }
        return fresh();
    }

    @Override
    public void close() {
        if (!flawed.test(Flaw.KEEPS_SOCKET_OF_CLOSED_STREAM) && !flawed.test(Flaw.KEEPS_ABANDONED_CONNECTIONS)) {
            call.close();
        }
    }

    private @Nullable ChatEvent fresh() {
        ChatEvent event = answer.next();
        while (event == null && !ended) {
            readEvent();
            event = answer.next();
        }
        finished |= event instanceof ChatEvent.Finished;
        return event;
    }

    /** Reads one block of lines, up to the empty line or the end. */
    private void readEvent() {
        StringBuilder data = new StringBuilder();
        String line = readLine();
        while (line != null && !line.isEmpty()) {
            data.append(payload(line));
            line = readLine();
        }
        if (line == null) {
            ended = true;
            if (flawed.test(Flaw.TAKES_ANY_END_FOR_THE_END) && !finished) {
                answer.finishStream(JsonObject.empty());
            }
            return;
        }
        if (!data.isEmpty()) {
            call.eventCame();
            answer.accept(data.toString());
        }
    }

    private String payload(String line) {
        String text = first && line.startsWith("\uFEFF") ? line.substring(1) : line;
        first = false;
        if (!text.startsWith("data:") || (flawed.test(Flaw.NEEDS_A_SPACE) && !text.startsWith("data: "))) {
            return "";
        }
        return text.startsWith("data: ") ? text.substring(6) : text.substring(5);
    }

    private @Nullable String readLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = call.readByte();
        if (next == '\n' && afterCarriageReturn) {
            next = call.readByte();
        }
        afterCarriageReturn = false;
        while (next >= 0 && next != '\n' && next != '\r') {
            line.write(next);
            next = call.readByte();
        }
        afterCarriageReturn = next == '\r';
        return next < 0 ? null : line.toString(call.charset());
    }
}
