package dev.gator.tck.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import org.junit.jupiter.api.function.Executable;

/** Expects refusals by code. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(ErrorCode code, Executable action) {
        assertEquals(code, assertThrows(GatorException.class, action).code());
    }
}
