package dev.gator.tck.wire;

import dev.gator.tck.wire.Delivery.Act;
import dev.gator.tck.wire.Delivery.Ending;
import dev.gator.tck.wire.Delivery.Framing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Sends one body: cut into pieces, paced, framed, and ended where the delivery says. */
final class BodySink implements Sink {

    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME_ROOM = 16;

    private final Connection connection;
    private final Delivery delivery;
    private final List<Integer> pieces;
    private final Ending ending;
    private byte[] frame = new byte[512];
    private int nextPiece;
    private long sent;

    BodySink(Connection connection, Delivery delivery) {
        this.connection = connection;
        this.delivery = delivery;
        this.pieces = delivery.pieces();
        this.ending = delivery.ending();
    }

    void begin() throws IOException {
        endIfReached();
    }

    void finish() throws IOException {
        if (ending.act() != Act.COMPLETE) {
            connection.end(ending.act());
        }
        if (delivery.framing() == Framing.CHUNKED) {
            connection.send(LAST_CHUNK, 0, LAST_CHUNK.length);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int stop = from + length;
        for (int at = from; at < stop; ) {
            if (sent > 0 && !delivery.bodyPace().isZero()) {
                connection.pause(delivery.bodyPace());
            }
            int size = (int) Math.min(Math.min(stop - at, piece()), ending.after() - sent);
            sendFramed(bytes, at, size);
            at += size;
            sent += size;
            endIfReached();
        }
    }

    @Override
    public void pause(Duration time) throws IOException {
        connection.pause(time);
    }

    @Override
    public void hold(CountDownLatch gate) throws IOException {
        connection.hold(gate);
    }

    @Override
    public void hang() throws IOException {
        connection.end(Act.HANG);
    }

    private void endIfReached() throws IOException {
        if (ending.act() != Act.COMPLETE && sent >= ending.after()) {
            connection.end(ending.act());
        }
    }

    private int piece() {
        return pieces.isEmpty() ? Integer.MAX_VALUE : pieces.get(nextPiece++ % pieces.size());
    }

    private void sendFramed(byte[] bytes, int from, int length) throws IOException {
        if (delivery.framing() != Framing.CHUNKED) {
            connection.send(bytes, from, length);
            return;
        }
        if (frame.length < length + FRAME_ROOM) {
            frame = new byte[length + FRAME_ROOM];
        }
        byte[] size = (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, frame, 0, size.length);
        System.arraycopy(bytes, from, frame, size.length, length);
        frame[size.length + length] = '\r';
        frame[size.length + length + 1] = '\n';
        connection.send(frame, 0, size.length + length + 2);
    }
}
