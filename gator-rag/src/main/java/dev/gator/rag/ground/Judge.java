package dev.gator.rag.ground;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.error.GatorException;
import dev.gator.json.Describe;
import dev.gator.prompt.PromptError;
import dev.gator.prompt.StructuredAsk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A model that looks for contradictions which no rule sees. Asked once for each answer, about a few pairs of sentences. */
final class Judge {

    private static final int MOST_PAIRS = 6;
    private static final int LEAST_SHARED = 2;
    private static final String TASK =
            """
            Below are numbered pairs of sentences from different documents. Name every pair whose sentences cannot both be \
            true. Sentences about different things, times or conditions can both be true.""";

    private final ChatModel model;
    private final CallContext context;

    Judge(ChatModel model, CallContext context) {
        this.model = model;
        this.context = context;
    }

    /** What the model is asked for. */
    record Verdicts(List<Verdict> contradictions) {}

    /** A pair that contradicts itself. */
    record Verdict(int pair, @Describe("what they disagree about, in a few words") String why) {}

    private record Pair(Source.Said left, Source.Said right) {}

    /** Returns what the model sees between documents, if one of two sentences matters; nothing if it gives no verdict. */
    List<Contradiction> contradictions(List<Source> sources, Predicate<Source.Said> matters, Conflicts known) {
        List<Pair> pairs = pairs(sources, matters, known);
        if (pairs.isEmpty()) {
            return List.of();
        }
        try {
            List<Verdict> verdicts = StructuredAsk.of(model)
                    .ask(Verdicts.class, request(pairs))
                    .value()
                    .contradictions();
            return verdicts.stream()
                    .filter(verdict -> verdict.pair() >= 1 && verdict.pair() <= pairs.size())
                    .map(verdict -> found(pairs.get(verdict.pair() - 1), verdict))
                    .toList();
        } catch (GatorException e) {
            if (e.code() == PromptError.NOT_REPAIRED) {
                return List.of(); // a judge that cannot say is no reason to withhold the answer
            }
            throw e;
        }
    }

    private static Contradiction found(Pair pair, Verdict verdict) {
        return new Contradiction(
                Contradiction.Kind.MEANING, pair.left().quote(), pair.right().quote(), Plain.line(verdict.why()));
    }

    private static List<Pair> pairs(List<Source> sources, Predicate<Source.Said> matters, Conflicts known) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            for (Source other : sources.subList(i + 1, sources.size())) {
                if (!other.chunk().documentId().equals(sources.get(i).chunk().documentId())) {
                    pairs(sources.get(i), other, matters, known, pairs);
                }
            }
        }
        return pairs.size() > MOST_PAIRS ? pairs.subList(0, MOST_PAIRS) : pairs;
    }

    private static void pairs(
            Source left, Source right, Predicate<Source.Said> matters, Conflicts known, List<Pair> pairs) {
        for (Source.Said one : left.sentences()) {
            for (Source.Said other : right.sentences()) {
                long shared = one.reading().terms().stream()
                        .filter(other.reading().terms()::contains)
                        .count();
                if ((matters.test(one) || matters.test(other))
                        && shared >= LEAST_SHARED
                        && known.between(one, other).isEmpty()) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
    }

    private ChatRequest request(List<Pair> pairs) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            parts.add(Part.text("\nPair " + (i + 1) + ":\n"));
            parts.add(Part.untrusted(pairs.get(i).left().quote().text()));
            parts.add(Part.text("\nand\n"));
            parts.add(Part.untrusted(pairs.get(i).right().quote().text()));
        }
        return ChatRequest.builder()
                .system(TASK)
                .message(new Message.User(parts, false))
                .context(context)
                .build();
    }
}
