package dev.gator.tck.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Where a reply's body goes, with the waits that are part of its script. Every wait ends when the client closes. */
interface Sink {

    /** Puts bytes on the wire at once. */
    void write(byte[] bytes, int from, int length) throws IOException;

    /** Waits. */
    void pause(Duration time) throws IOException;

    /** Waits until the test opens the gate. */
    void hold(CountDownLatch gate) throws IOException;

    /** Waits until the client or the server closes the connection; never returns normally. */
    void hang() throws IOException;

    /** Puts bytes on the wire at once. */
    default void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }
}
