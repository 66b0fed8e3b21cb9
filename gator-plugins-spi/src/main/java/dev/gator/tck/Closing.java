package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;

/** Closes what can be closed after a test. */
final class Closing {

    private Closing() {}

    static void all(List<?> things) {
        for (Object thing : things) {
            if (thing instanceof AutoCloseable closeable) {
                one(closeable);
            }
        }
    }

    private static void one(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            fail("closing " + closeable + " failed", e);
        }
    }
}
