package dev.gator.tck;

import dev.gator.chat.FinishReason;
import dev.gator.error.Require;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service is to answer, in no service's terms. Immutable; every method returns a new script.
 *
 * <pre>{@code
 * Scripted.text("Hel", "lo").calling("call-1", "weather", "{\"city\":", "\"Basel\"}")
 * }</pre>
 *
 * <p>Chunks are what a stream sends one by one; an answer in one piece holds them joined.
 *
 * @param id the service's id of the answer
 * @param model the model's name as the service repeats it
 * @param pieces what the answer consists of, in order
 * @param finish why the model stops
 * @param usage the tokens that the service reports, as far as it can
 */
public record Scripted(String id, String model, List<Piece> pieces, FinishReason finish, Usage usage) {

    /** Copies the pieces. */
    public Scripted {
        pieces = List.copyOf(pieces);
    }

    /** A piece of an answer. */
    public sealed interface Piece permits Words, Thought, Call {

        /** Returns what a stream sends one by one. */
        List<String> chunks();

        /** Returns the chunks joined. */
        default String whole() {
            return String.join("", chunks());
        }
    }

    /**
     * Text.
     *
     * @param chunks its parts
     */
    public record Words(List<String> chunks) implements Piece {
        /** Copies the chunks. */
        public Words {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * What the model thought first.
     *
     * @param chunks its parts
     * @param signature what the service wants back, or an empty text
     */
    public record Thought(List<String> chunks, String signature) implements Piece {
        /** Copies the chunks. */
        public Thought {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * A tool call.
     *
     * @param id its id, for services that have ids
     * @param tool the tool
     * @param chunks the arguments' JSON in fragments
     */
    public record Call(String id, String tool, List<String> chunks) implements Piece {
        /** Copies the fragments. */
        public Call {
            chunks = List.copyOf(chunks);
        }
    }

    /** Returns an answer of text in those chunks. */
    public static Scripted text(String... chunks) {
        return empty().with(new Words(List.of(chunks)));
    }

    /** Returns an answer without any piece. */
    public static Scripted empty() {
        return new Scripted("reply-1", "scripted-model", List.of(), FinishReason.STOP, Usage.reported(11, 7));
    }

    /** Adds a thought. */
    public Scripted thinking(String signature, String... chunks) {
        return with(new Thought(List.of(chunks), signature));
    }

    /** Adds text. */
    public Scripted saying(String... chunks) {
        return with(new Words(List.of(chunks)));
    }

    /** Adds a tool call and makes it the reason to stop. */
    public Scripted calling(String callId, String tool, String... fragments) {
        return with(new Call(callId, tool, List.of(fragments))).finishing(FinishReason.TOOL_CALLS);
    }

    /** Sets why the model stops. */
    public Scripted finishing(FinishReason reason) {
        return new Scripted(id, model, pieces, reason, usage);
    }

    /** Sets the tokens. */
    public Scripted using(Usage tokens) {
        return new Scripted(id, model, pieces, finish, tokens);
    }

    /** Sets the model's name as the service repeats it. */
    public Scripted by(String name) {
        return new Scripted(id, Require.text("model", name), pieces, finish, usage);
    }

    /** Returns all text joined. */
    public String words() {
        StringBuilder words = new StringBuilder();
        pieces.stream().filter(Words.class::isInstance).forEach(piece -> words.append(piece.whole()));
        return words.toString();
    }

    /** Returns the tool calls in order. */
    public List<Call> calls() {
        return pieces.stream()
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .toList();
    }

    private Scripted with(Piece piece) {
        List<Piece> more = new ArrayList<>(pieces);
        more.add(piece);
        return new Scripted(id, model, more, finish, usage);
    }
}
