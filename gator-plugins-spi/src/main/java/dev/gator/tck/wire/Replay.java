package dev.gator.tck.wire;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Serves the files of a {@link Recorder} byte for byte, each once and in the order of their names.
 *
 * <pre>{@code
 * try (Replay replay = Replay.start(Path.of("src/test/resources/openai"))) {
 *     client(replay.url(), anyKey).call();
 *     replay.verify();
 * }
 * }</pre>
 *
 * <p>It is strict: a request is answered only if one with the same method, path, query and body was recorded and not
 * yet served; headers do not matter, nor does the layout of JSON. Anything else gets status 400 with a message that
 * names the nearest recording, and makes {@link #verify()} fail. Safe for any number of threads.
 */
public final class Replay implements AutoCloseable {

    private final WireServer server;
    private final Scrubber scrubber;
    private final List<Entry> waiting;
    private final List<Entry> served = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Replay(Scrubber scrubber, List<Entry> entries) {
        this.scrubber = scrubber;
        this.waiting = new ArrayList<>(entries);
        this.server = WireServer.start();
    }

    private record Entry(String file, RequestKey key, RecordedExchange exchange) {}

    /**
     * Starts serving.
     *
     * @param folder the folder of the recordings; fails with {@link WireError#BAD_RECORDING} if it has none
     * @param secrets the further secrets that were given to the recorder
     */
    public static Replay start(Path folder, Secret... secrets) {
        try {
            List<Entry> entries =
                    Recorder.files(folder).stream().map(Replay::entry).toList();
            if (entries.isEmpty()) {
                throw new GatorException(WireError.BAD_RECORDING, "no *" + Recorder.SUFFIX + " file in " + folder);
            }
            Replay replay = new Replay(Scrubber.of(secrets), entries);
            replay.server.otherwise(replay::answer);
            return replay;
        } catch (IOException e) {
            throw new GatorException(WireError.BAD_RECORDING, "reading " + folder, e);
        }
    }

    /** Returns the base address to give to the client. */
    public String url() {
        return server.url();
    }

    /** Returns the server, to look at the requests or to wait for them. */
    public WireServer server() {
        return server;
    }

    /** Returns the recordings that nobody has asked for. */
    public synchronized List<RecordedExchange> unused() {
        return waiting.stream().map(Entry::exchange).toList();
    }

    /** Fails with {@link WireError#NOT_RECORDED} if a request found no recording. */
    public synchronized void verify() {
        if (!complaints.isEmpty()) {
            throw new GatorException(WireError.NOT_RECORDED, String.join("; ", complaints));
        }
    }

    /** Stops serving. */
    @Override
    public void close() {
        server.close();
    }

    private static Entry entry(Path file) {
        RecordedExchange exchange = RecordedExchange.read(file);
        RequestKey key =
                RequestKey.of(exchange.method(), exchange.target(), exchange.requestHeaders(), exchange.requestBody());
        return new Entry(file.getFileName().toString(), key, exchange);
    }

    private synchronized WireReply answer(RecordedRequest request) {
        Scrubber clean = scrubber.learning(request);
        RequestKey asked = RequestKey.of(
                request.method(), clean.target(request.target()), request.headers(), clean.body(request.body()));
        Optional<Entry> found =
                waiting.stream().filter(entry -> entry.key().equals(asked)).findFirst();
        if (found.isEmpty()) {
            return refuse(asked);
        }
        waiting.remove(found.get());
        served.add(found.get());
        return found.get().exchange().reply();
    }

    private WireReply refuse(RequestKey asked) {
        String complaint = asked.method() + " " + asked.target() + " is not recorded" + nearest(asked);
        complaints.add(complaint);
        JsonObject error = JsonObject.builder().put("message", complaint).build();
        Json body = JsonObject.builder().put("error", error).build();
        return WireReply.json(400, body.toString());
    }

    private String nearest(RequestKey asked) {
        for (Entry entry : served) {
            if (entry.key().equals(asked)) {
                return " once more; " + entry.file() + " was served already";
            }
        }
        return waiting.stream()
                .max(Comparator.comparingInt(entry -> asked.likeness(entry.key())))
                .map(entry -> "; nearest is " + entry.file() + ": " + asked.difference(entry.key()))
                .orElse("; every recording was served already");
    }
}
