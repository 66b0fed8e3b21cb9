package dev.gator.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorPageTest {

    private static final Path PAGE = Path.of("..", "docs", "errors.md");

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String page = ErrorPage.render();
        if (System.getProperty("gator.docs.write") != null) {
            Files.writeString(PAGE, page);
        }

        assertEquals(page, Files.readString(PAGE).replace("\r\n", "\n"));
    }

    @Test
    void everyCodeIsUniqueWellFormedAndHasARemedy() {
        Map<String, ErrorCode> seen = new HashMap<>();
        for (ErrorCode code : ErrorPage.codes()) {
            ErrorCode twin = seen.put(code.id(), code);
            assertTrue(twin == null, code.id() + " is both " + code + " and " + twin);
            assertTrue(code.id().matches("GATOR-[A-Z0-9]+-\\d{3}"), code.id());
            assertFalse(code.remedy().isBlank(), code.id());
        }
        assertTrue(seen.size() > 80, "found only " + seen.size());
    }
}
