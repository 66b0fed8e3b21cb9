package dev.gator.provider.http;

import dev.gator.call.CallContext;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * The events of one answer. One thread reads; {@link #close()} may come from any thread and closes the socket.
 *
 * <p>Between two events no more time may pass than the timeouts allow, however the bytes trickle.
 */
public final class EventStream implements AutoCloseable {

    /** Makes the framing over a window. */
    @FunctionalInterface
    interface Framer {
        Framing over(ByteWindow window);
    }

    private final Transport transport;
    private final Target target;
    private final Call call;
    private final Response response;
    private final CallTimer firstEvent;
    private final long endNanos;
    private final CallContext context;
    private final BufferedSource source;
    private final ByteWindow window;
    private final Framing framing;
    private final JsonScan scan = new JsonScan();
    private final ReentrantLock reading = new ReentrantLock();
    private boolean begun;
    private boolean armed;
    private boolean complete;
    private volatile boolean closed;

    EventStream(
            Transport transport,
            Target target,
            Call call,
            Response response,
            CallTimer firstEvent,
            long begunNanos,
            CallContext context,
            Framer framer) {
        this.transport = transport;
        this.target = target;
        this.call = call;
        this.response = response;
        this.firstEvent = firstEvent;
        this.endNanos = begunNanos + transport.timeouts().total().toNanos();
        this.context = context;
        this.source = response.body().source();
        this.window = new ByteWindow(this::read, transport.largest(), transport.largest());
        this.framing = framer.over(window);
    }

    /**
     * Goes to the next event if it is like the one that the template has learned, and returns true; the differing string
     * is then {@link StreamTemplate#text()}. Otherwise stays, and {@link #next()} reads the event in full.
     */
    public boolean nextLike(StreamTemplate template) {
        if (window.size() == 0 && begun) {
            fill();
        }
        if (!framing.atFrameStart() || !template.matches(window.bytes, window.from, window.to)) {
            return false;
        }
        window.passTo(template.end());
        armed = false;
        return true;
    }

    /** Goes to the next event, waiting for it; returns false at the end of the stream. */
    public boolean next() {
        reading.lock();
        try {
            boolean found = framing.next();
            armed = false;
            if (!begun) {
                begun = true;
                firstEvent.stop();
            }
            return found;
        } catch (IOException e) {
            throw failure(e);
        } finally {
            leave();
        }
    }

    /** Returns a reader of the event's data; always the same one. */
    public JsonScan scan() {
        return scan.over(window.bytes, framing.dataFrom(), framing.dataTo());
    }

    /** Returns whether the event's data are these bytes. */
    public boolean dataIs(byte[] bytes) {
        return Arrays.equals(window.bytes, framing.dataFrom(), framing.dataTo(), bytes, 0, bytes.length);
    }

    /** Returns the event's data as text. */
    public String data() {
        return new String(
                window.bytes, framing.dataFrom(), framing.dataTo() - framing.dataFrom(), StandardCharsets.UTF_8);
    }

    /** Returns the event's name, or an empty text. */
    public String eventName() {
        return framing.eventName();
    }

    /**
     * Teaches the template the current event, whose only content for the model is the string at these places in the
     * scanned bytes; see {@link JsonScan#textFrom()}.
     */
    public void teach(StreamTemplate template, int textFrom, int textTo) {
        int from = framing.frameFrom();
        if (from >= 0 && window.bytes[window.from - 1] == '\n') {
            template.learn(window.bytes, from, textFrom, textTo, window.from);
        }
    }

    /** Returns the error that the service reports in the current event. */
    public GatorException reportedError() {
        try {
            return transport.errorIn(target, Json.parse(data()));
        } catch (GatorException e) {
            return new GatorException(ProviderError.MALFORMED_ANSWER, target + " sent an event that is not JSON", e);
        }
    }

    /** Tells that the answer is complete, so that closing keeps the connection for the next call. */
    public void complete() {
        complete = true;
    }

    /** Stops reading. If the answer was not complete, the socket is closed and a blocked reader wakes. */
    @Override
    public void close() {
        closed = true;
        firstEvent.stop();
        if (!complete) {
            call.cancel();
        }
        if (reading.tryLock()) { // otherwise the reader, who wakes now, lets go of the connection
            try {
                response.close();
            } finally {
                reading.unlock();
            }
        }
    }

    private void fill() {
        reading.lock();
        try {
            window.fill();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            leave();
        }
    }

    private void leave() {
        if (closed) {
            response.close();
        }
        reading.unlock();
    }

    private int read(byte[] into, int from, int length) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (begun && !armed) {
            armed = true;
            source.timeout().deadlineNanoTime(nextEventDue());
        }
        return source.read(into, from, length);
    }

    private long nextEventDue() {
        long now = System.nanoTime();
        long left = Math.min(transport.timeouts().betweenEvents().toNanos(), endNanos - now);
        if (context.deadline().isFinite()) {
            left = Math.min(left, context.deadline().remaining().toNanos());
        }
        return now + Math.max(1, left);
    }

    private GatorException failure(IOException e) {
        if (firstEvent.hasFired()) {
            return firstEvent.failure(e);
        }
        if (closed || context.cancellation().isCancelled()) {
            return new GatorException(CallError.CANCELLED, "the stream was closed", e);
        }
        if (begun && e instanceof SocketTimeoutException) {
            boolean total = System.nanoTime() - endNanos >= 0;
            Duration limit =
                    total ? transport.timeouts().total() : transport.timeouts().betweenEvents();
            return CallTimer.failure(context, total ? "total" : "between events", limit, e);
        }
        return Failures.reading(target, context, e);
    }
}
