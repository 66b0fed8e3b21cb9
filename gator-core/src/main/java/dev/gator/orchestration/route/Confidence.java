package dev.gator.orchestration.route;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Run;
import java.util.List;
import java.util.function.Predicate;

/** Tells how far an answer can be trusted, before a dearer model is asked. Implementations are thread-safe. */
@FunctionalInterface
public interface Confidence {

    /** Looks at an answer of a model to the run's request. */
    Assessment assess(Run run, ChatModel model, ChatReply reply);

    /** Returns what needs no further call: the answer is whole, fits the schema asked for, and neither refuses nor hedges. */
    static Confidence signs() {
        return all(new WholeAnswer(), new FittingAnswer(), new FirmAnswer());
    }

    /** Returns what the model says about its own answer when asked, with one more call. */
    static Confidence selfReported() {
        return new SelfReport();
    }

    /** Returns how alike a second answer of the same model is, with one more call. */
    static Confidence agreement(Meaning meaning) {
        return new SecondSample(meaning);
    }

    /** Returns full confidence in answers that pass a check, none in others. */
    static Confidence passing(String check, Predicate<ChatReply> test) {
        return (run, model, reply) ->
                test.test(reply) ? new Assessment(1, "passes " + check) : new Assessment(0, "fails " + check);
    }

    /** Returns the least of several confidences; stops asking at the first that has none at all. */
    static Confidence all(Confidence... several) {
        List<Confidence> parts = List.of(several);
        return (run, model, reply) -> {
            Assessment least = new Assessment(1, "nothing against it");
            for (Confidence part : parts) {
                Assessment next = part.assess(run, model, reply);
                least = next.confidence() < least.confidence() ? next : least;
                if (least.confidence() == 0) {
                    return least;
                }
            }
            return least;
        };
    }
}
