package dev.gator.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final HandTime time = new HandTime();

    @Test
    void passesExactlyWhenItsTimeIsOver() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(2), time);

        time.advance(Duration.ofSeconds(2).minusNanos(1));
        assertFalse(deadline.isPast());
        assertEquals(Duration.ofNanos(1), deadline.remaining());

        time.advance(Duration.ofNanos(1));
        assertTrue(deadline.isPast());
        assertEquals(Duration.ZERO, deadline.remaining());
        assertEquals(
                CallError.DEADLINE,
                assertThrows(GatorException.class, deadline::check).code());
    }

    @Test
    void theEarlierOneWins() {
        Deadline soon = Deadline.after(Duration.ofSeconds(1), time);
        Deadline late = Deadline.after(Duration.ofSeconds(9), time);

        assertSame(soon, soon.earlier(late));
        assertSame(soon, late.earlier(soon));
        assertSame(soon, Deadline.none().earlier(soon));
        assertSame(soon, soon.earlier(Deadline.none()));
    }

    @Test
    void noDeadlineNeverPasses() {
        assertFalse(Deadline.none().isPast());
        assertFalse(Deadline.none().isFinite());
        Deadline.none().check();
    }

    @Test
    void anAbsurdTimeoutDoesNotOverflow() {
        assertFalse(Deadline.after(Duration.ofDays(400_000), time).isPast());
    }

    @Test
    void refusesATimeoutOfNothing() {
        assertThrows(GatorException.class, () -> Deadline.after(Duration.ZERO, time));
    }
}
