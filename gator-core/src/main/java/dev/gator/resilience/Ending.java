package dev.gator.resilience;

import dev.gator.error.GatorException;
import dev.gator.usage.Usage;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param kind well, badly, or neither because nobody wanted to know
 * @param failure what went wrong, if it did
 * @param usage what the model reported, if it answered
 */
record Ending(Kind kind, @Nullable GatorException failure, Usage usage) {

    static final Ending ABANDONED = new Ending(Kind.ABANDONED, null, Usage.UNKNOWN);

    enum Kind {
        ANSWERED,
        FAILED,
        ABANDONED
    }

    static Ending answered(Usage usage) {
        return new Ending(Kind.ANSWERED, null, usage);
    }

    static Ending failed(GatorException failure) {
        return new Ending(Kind.FAILED, failure, Usage.UNKNOWN);
    }

    boolean isAnswer() {
        return kind == Kind.ANSWERED;
    }
}
