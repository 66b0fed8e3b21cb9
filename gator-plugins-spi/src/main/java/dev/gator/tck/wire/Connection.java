package dev.gator.tck.wire;

import dev.gator.tck.wire.Delivery.Act;
import dev.gator.tck.wire.Delivery.Ending;
import dev.gator.tck.wire.Delivery.Framing;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Serves one client, one request after the other, on a thread of its own. Any thread may close it. */
final class Connection implements Runnable {

    private static final Duration AGES = Duration.ofDays(1);
    private static final Duration GATE_CHECK = Duration.ofMillis(2);

    private final long id;
    private final Socket raw;
    private final Optional<WireTls> tls;
    private final Journal journal;
    private final Function<RecordedRequest, WireReply> answers;
    private Socket socket;
    private WireInput input;
    private OutputStream out;
    private boolean busy;

    Connection(
            long id, Socket raw, Optional<WireTls> tls, Journal journal, Function<RecordedRequest, WireReply> answers)
            throws IOException {
        this.id = id;
        this.raw = raw;
        this.tls = tls;
        this.journal = journal;
        this.answers = answers;
        this.socket = raw;
        this.input = new WireInput(raw);
        this.out = raw.getOutputStream();
    }

    long id() {
        return id;
    }

    @Override
    public void run() {
        try {
            raw.setTcpNoDelay(true);
            secure();
            serve();
        } catch (WireEnd e) {
            abandonedIf(e.isByClient());
        } catch (IOException e) {
            abandonedIf(busy);
        } finally {
            leave();
            journal.closed();
        }
    }

    /** Ends the connection from another thread, whatever it is waiting for. */
    void shutDown() {
        try {
            raw.close();
        } catch (IOException e) {
            return; // it is gone either way
        }
    }

    void send(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    void pause(Duration time) throws IOException {
        if (!time.isZero()) {
            input.pause(time);
        }
    }

    void hold(CountDownLatch gate) throws IOException {
        while (gate.getCount() > 0) {
            input.pause(GATE_CHECK);
        }
    }

    /** Does what an ending says; never returns normally. */
    void end(Act act) throws IOException {
        while (act == Act.HANG) {
            input.pause(AGES);
        }
        if (act == Act.RESET) {
            raw.setSoLinger(true, 0);
            raw.close();
        }
        throw WireEnd.scripted();
    }

    private void secure() throws IOException {
        if (tls.isPresent()) {
            socket = tls.get().wrap(raw);
            input = new WireInput(socket);
            out = socket.getOutputStream();
        }
    }

    private void serve() throws IOException {
        RequestReader reader = new RequestReader(this, input);
        boolean open = true;
        while (open && input.awaitByte()) {
            busy = true;
            open = serveOne(reader);
            busy = false;
        }
    }

    private boolean serveOne(RequestReader reader) throws IOException {
        try {
            RecordedRequest request = reader.next();
            journal.record(request);
            boolean last = request.header("connection")
                    .filter("close"::equalsIgnoreCase)
                    .isPresent();
            return play(answers.apply(request), request.method().equals("HEAD")) && !last;
        } catch (MalformedRequest e) {
            return play(
                    WireReply.text(400, "The wire server cannot read this request: " + e.getMessage())
                            .closing(),
                    false);
        }
    }

    /** Sends the reply; returns whether the connection can carry another one. */
    private boolean play(WireReply reply, boolean headOnly) throws IOException {
        boolean lasting = lasts(reply);
        if (reply.image().isPresent() && !headOnly) {
            byte[] image = reply.image().get();
            send(image, 0, image.length);
            return lasting;
        }
        Delivery delivery = reply.delivery();
        pause(delivery.delay());
        Ending ending = delivery.ending();
        if (ending.beforeHead()) {
            end(ending.act());
        }
        sendHead(reply);
        if (!headOnly && ReplyHead.mayHaveBody(reply.status())) {
            BodySink sink = new BodySink(this, delivery);
            sink.begin();
            reply.content().feed(sink);
            sink.finish();
        }
        return lasting;
    }

    private void sendHead(WireReply reply) throws IOException {
        byte[] head = ReplyHead.encode(reply.status(), reply.headers(), reply.content(), reply.delivery());
        Duration pace = reply.delivery().headPace();
        if (pace.isZero()) {
            send(head, 0, head.length);
            return;
        }
        for (int i = 0; i < head.length; i++) {
            pause(pace);
            send(head, i, 1);
        }
    }

    private static boolean lasts(WireReply reply) {
        Delivery delivery = reply.delivery();
        boolean honest = delivery.declared() == Content.UNKNOWN
                || delivery.declared() == reply.content().length();
        return honest
                && delivery.framing() != Framing.UNTIL_CLOSE
                && reply.headers()
                        .first("connection")
                        .filter("close"::equalsIgnoreCase)
                        .isEmpty();
    }

    private void abandonedIf(boolean abandoned) {
        if (abandoned) {
            journal.abandoned();
        }
    }

    private void leave() {
        try {
            socket.close();
        } catch (IOException e) {
            shutDown();
        }
    }
}
