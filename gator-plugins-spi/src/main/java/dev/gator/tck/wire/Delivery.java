package dev.gator.tck.wire;

import java.time.Duration;
import java.util.List;

/**
 * How a reply travels: framing, speed and the way it breaks.
 *
 * @param framing how the client learns where the body ends
 * @param declared the Content-Length to claim, or {@link Content#UNKNOWN} for the true one
 * @param delay the wait before the first byte
 * @param headPace the wait before each byte of the head, zero for none
 * @param bodyPace the wait between two writes of the body
 * @param pieces the sizes that writes are cut into, taken in turn; empty for no cutting
 * @param ending how it ends
 */
record Delivery(
        Framing framing,
        long declared,
        Duration delay,
        Duration headPace,
        Duration bodyPace,
        List<Integer> pieces,
        Ending ending) {

    Delivery {
        pieces = List.copyOf(pieces);
    }

    /** How the end of the body shows. */
    enum Framing {
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }

    /** What the server does at the end. */
    enum Act {
        COMPLETE,
        HANG,
        RESET,
        CLOSE
    }

    /**
     * Where a reply ends and how.
     *
     * @param after the number of body bytes before it; negative for before the head
     * @param act what happens there
     */
    record Ending(long after, Act act) {

        static final Ending COMPLETE = new Ending(Long.MAX_VALUE, Act.COMPLETE);

        boolean beforeHead() {
            return after < 0;
        }
    }

    static Delivery plain(Framing framing) {
        return new Delivery(
                framing, Content.UNKNOWN, Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of(), Ending.COMPLETE);
    }

    boolean isPlain() {
        return equals(plain(Framing.LENGTH));
    }

    Delivery framing(Framing changed) {
        return new Delivery(changed, declared, delay, headPace, bodyPace, pieces, ending);
    }

    Delivery declared(long changed) {
        return new Delivery(Framing.LENGTH, changed, delay, headPace, bodyPace, pieces, ending);
    }

    Delivery delay(Duration changed) {
        return new Delivery(framing, declared, changed, headPace, bodyPace, pieces, ending);
    }

    Delivery headPace(Duration changed) {
        return new Delivery(framing, declared, delay, changed, bodyPace, pieces, ending);
    }

    Delivery bodyPace(Duration changed) {
        return new Delivery(framing, declared, delay, headPace, changed, pieces, ending);
    }

    Delivery pieces(List<Integer> changed) {
        return new Delivery(framing, declared, delay, headPace, bodyPace, changed, ending);
    }

    Delivery ending(long after, Act act) {
        return new Delivery(framing, declared, delay, headPace, bodyPace, pieces, new Ending(after, act));
    }
}
