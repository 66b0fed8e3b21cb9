package dev.gator.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorTest {

    @Test
    void aMessageSaysCodeFactAndRemedy() {
        GatorException error =
                new GatorException(ProviderError.RATE_LIMITED, "openai answered 429", null, Duration.ofSeconds(3));

        assertEquals("GATOR-PRV-008 openai answered 429; wait for retryAfter, or spread the load", error.getMessage());
        assertEquals("openai answered 429", error.detail());
        assertEquals(ErrorCategory.RATE_LIMITED, error.category());
        assertEquals(Optional.of(Duration.ofSeconds(3)), error.retryAfter());
        assertTrue(error.retryable());
    }

    @Test
    void idsAreUniqueAndRemediesAreSentencesWithoutEnd() {
        Set<String> seen = new HashSet<>();
        Stream.concat(Stream.of(CallError.values()), Stream.of(ProviderError.values()))
                .map(ErrorCode.class::cast)
                .forEach(code -> {
                    assertTrue(seen.add(code.id()), code.id() + " is used twice");
                    assertTrue(code.id().matches("GATOR-[A-Z]+-\\d{3}"), code.id());
                    assertFalse(code.remedy().endsWith("."), code.id());
                });
    }

    @Test
    void codesMayBeStricterThanTheirCategory() {
        assertTrue(ErrorCategory.TIMEOUT.retryable());
        assertFalse(CallError.DEADLINE.retryable());
        assertFalse(ProviderError.QUOTA_EXHAUSTED.retryable());
        assertTrue(ErrorCategory.AUTHENTICATION.worthAnother());
        assertFalse(ErrorCategory.BAD_INPUT.worthAnother());
    }

    @Test
    void requirementsNameTheValue() {
        assertTrue(complaint(() -> Require.range("steps", 151, 10, 150)).contains("151"));
        assertTrue(complaint(() -> Require.range("share", Double.NaN, 0, 1)).contains("NaN"));
        assertTrue(complaint(() -> Require.length("name", "x", 2, 100)).contains("1 characters"));
        assertTrue(complaint(() -> Require.notNegative("count", -4)).contains("-4"));
        assertTrue(complaint(() -> Require.positive("timeout", Duration.ofSeconds(-1)))
                .contains("PT-1S"));
        assertTrue(complaint(() -> Require.notEmpty("list", List.of())).contains("list"));
        assertTrue(complaint(() -> Require.text("title", " ")).contains("title"));
    }

    private static String complaint(org.junit.jupiter.api.function.Executable bad) {
        GatorException error = assertThrows(GatorException.class, bad);
        assertEquals(CallError.BAD_ARGUMENT, error.code());
        return error.getMessage();
    }
}
