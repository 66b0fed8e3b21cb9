package dev.gator.local;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import dev.gator.json.Json;
import dev.gator.json.JsonExtractor;
import dev.gator.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns the bytes of tokens into events: whole characters, cut at stop sequences, tool calls told from text. */
final class GgufAnswer {

    private final List<String> stops;
    private final boolean mayCall;
    private final Consumer<ChatEvent> sink;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer undecoded = ByteBuffer.allocate(0);
    private final StringBuilder all = new StringBuilder();
    private int told;
    private boolean stopped;

    GgufAnswer(List<String> stops, boolean mayCall, Consumer<ChatEvent> sink) {
        this.stops = stops;
        this.mayCall = mayCall;
        this.sink = sink;
    }

    /** Takes the bytes of a token; returns false when a stop sequence was met. */
    boolean accept(byte[] piece) {
        decode(piece, false);
        cutAtStop();
        if (!looksLikeCall()) {
            tell(stopped ? all.length() : all.length() - heldBack());
        }
        return !stopped;
    }

    /** Tells what is left, and returns why the answer ended. */
    FinishReason finish(boolean complete) {
        decode(new byte[0], true);
        cutAtStop();
        Optional<JsonObject> call = complete && looksLikeCall() ? call() : Optional.empty();
        if (call.isPresent()) {
            tellCall(call.get());
            return FinishReason.TOOL_CALLS;
        }
        tell(all.length());
        if (told > 0) {
            sink.accept(new ChatEvent.PartEnded(0, Part.text(all.toString())));
        }
        return complete || stopped ? FinishReason.STOP : FinishReason.LENGTH;
    }

    private boolean looksLikeCall() {
        int first = 0;
        while (first < all.length() && Character.isWhitespace(all.charAt(first))) {
            first++;
        }
        return mayCall && first < all.length() && all.charAt(first) == '{';
    }

    private Optional<JsonObject> call() {
        return JsonExtractor.find(all.toString())
                .filter(JsonObject.class::isInstance)
                .map(Json::asObject)
                .filter(json -> json.has("tool") && json.has("arguments"));
    }

    private void tellCall(JsonObject json) {
        Part.ToolCall call = new Part.ToolCall(
                "call-" + Integer.toHexString(json.hashCode()),
                json.string("tool"),
                json.member("arguments").toString());
        sink.accept(new ChatEvent.PartStarted(0, PartKind.TOOL_CALL, call.id(), call.name()));
        sink.accept(new ChatEvent.ArgumentsDelta(0, call.arguments()));
        sink.accept(new ChatEvent.PartEnded(0, call));
    }

    private void tell(int upTo) {
        if (upTo > told) {
            if (told == 0) {
                sink.accept(ChatEvent.PartStarted.of(0, PartKind.TEXT));
            }
            sink.accept(new ChatEvent.TextDelta(0, all.substring(told, upTo)));
            told = upTo;
        }
    }

    private void cutAtStop() {
        for (String stop : stops) {
            int at = all.indexOf(stop, Math.max(0, told - stop.length()));
            if (at >= 0) {
                all.setLength(Math.max(at, told));
                stopped = true;
            }
        }
    }

    /** Returns how many of the last characters may be the beginning of a stop sequence. */
    private int heldBack() {
        int most = 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, all.length() - told); length > most; length--) {
                if (stop.startsWith(all.substring(all.length() - length))) {
                    most = length;
                }
            }
        }
        return most;
    }

    private void decode(byte[] piece, boolean end) {
        ByteBuffer in = ByteBuffer.allocate(undecoded.remaining() + piece.length);
        in.put(undecoded).put(piece).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 2);
        decoder.decode(in, out, end);
        if (end) {
            decoder.flush(out);
        }
        all.append(out.flip());
        undecoded = in.slice();
    }
}
