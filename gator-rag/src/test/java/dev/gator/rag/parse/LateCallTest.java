package dev.gator.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.TimeSource;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time passes here only when somebody looks at the clock, so a parser that never looks never stops. */
class LateCallTest {

    private static final int LOOKS = 8;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a.txt   | word\\n\\n
                    a.md    | # Heading\\n\\n
                    a.html  | <p>word</p>\\n
                    a.csv   | a,b,c\\n
                    a.jsonl | {"a":1}\\n
                    a.java  | void f() { }\\n
                    a.rss   | <rss><channel><item><title>t</title></item></channel>
                    """)
    void aLateCallStopsInTheMiddle(String name, String piece) {
        String text = piece.translateEscapes().repeat(200_000 / piece.length() + 30_000);
        AtomicLong looks = new AtomicLong();

        GatorException e = assertThrows(GatorException.class, () -> Parsers.standard()
                .parse(name, text.getBytes(StandardCharsets.UTF_8), late(looks)));

        assertEquals(CallError.DEADLINE, e.code());
        assertTrue(looks.get() <= LOOKS + 2, "looked " + looks + " times");
    }

    @Test
    void aLateCallStopsInsideAnArchive() {
        byte[] deck = Samples.file("deck.pptx");
        AtomicLong looks = new AtomicLong();

        GatorException e =
                assertThrows(GatorException.class, () -> Parsers.standard().parse("deck.pptx", deck, late(looks)));

        assertEquals(CallError.DEADLINE, e.code());
        assertTrue(looks.get() <= LOOKS + 2, "looked " + looks + " times");
    }

    private static CallContext late(AtomicLong looks) {
        TimeSource ticking = new TimeSource() {
            @Override
            public long nanos() {
                return looks.incrementAndGet() * 1_000_000;
            }

            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public void sleep(Duration duration, Cancellation cancellation) {
                throw new AssertionError("a parser does not wait");
            }
        };
        return CallContext.create().withTime(ticking).withTimeout(Duration.ofMillis(LOOKS));
    }
}
