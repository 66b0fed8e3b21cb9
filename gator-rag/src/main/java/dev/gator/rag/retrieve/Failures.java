package dev.gator.rag.retrieve;

import dev.gator.call.CallContext;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import java.util.EnumSet;
import java.util.Set;

/** Which failures of a step a search survives. */
final class Failures {

    private static final Set<ErrorCategory> UNBEARABLE = EnumSet.of(
            ErrorCategory.BAD_INPUT,
            ErrorCategory.CANCELLED,
            ErrorCategory.BUDGET,
            ErrorCategory.PERMISSION,
            ErrorCategory.CONSENT,
            ErrorCategory.STORAGE,
            ErrorCategory.INTERNAL);

    private Failures() {}

    /** Throws again what must end the search: the caller's own mistakes, limits and wishes, and a broken store. */
    static void rethrowUnlessBearable(GatorException error, CallContext context) {
        if (UNBEARABLE.contains(error.category()) || error.code() == CallError.DEADLINE) {
            throw error;
        }
        context.check();
    }
}
