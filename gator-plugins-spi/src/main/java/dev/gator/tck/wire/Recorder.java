package dev.gator.tck.wire;

import dev.gator.error.GatorException;
import dev.gator.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a real service and writes each complete exchange into a file of its own, for
 * {@link Replay} to serve later without the service.
 *
 * <pre>{@code
 * try (Recorder recorder = Recorder.start("https://api.openai.com", Path.of("src/test/resources/openai"))) {
 *     client(recorder.url(), realKey).call();
 * }
 * }</pre>
 *
 * <p>Keys never reach the files: the headers and query parameters that carry them are masked by name, their values and
 * every further {@link Secret} given are masked wherever they occur. An exchange that breaks off is passed on but not
 * stored. Safe for any number of threads.
 */
public final class Recorder implements AutoCloseable {

    /** The suffix of the files. */
    static final String SUFFIX = ".exchange";

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final int LONGEST_NAME = 60;
    private static final Set<String> NOT_FORWARDED = Set.of(
            "host",
            "connection",
            "content-length",
            "expect",
            "upgrade",
            "http2-settings",
            "transfer-encoding",
            "accept-encoding",
            "te",
            "keep-alive");
    private static final Set<String> NOT_STORED = Set.of("host", "connection", "content-length", "user-agent");
    private static final Set<String> NOT_PASSED_BACK =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", ":status");
    private static final Set<String> NOT_KEPT =
            Set.of("connection", "keep-alive", "transfer-encoding", "date", ":status");

    private final WireServer server;
    private final String upstream;
    private final Path folder;
    private final Scrubber scrubber;
    private final AtomicInteger number;
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private Recorder(String upstream, Path folder, Scrubber scrubber, int stored) {
        this.upstream = upstream.endsWith("/") ? upstream.substring(0, upstream.length() - 1) : upstream;
        this.folder = folder;
        this.scrubber = scrubber;
        this.number = new AtomicInteger(stored);
        this.server = WireServer.start();
    }

    /**
     * Starts recording.
     *
     * @param upstream the base address of the service
     * @param folder where the files go; made if it is missing, numbers go on where earlier recordings end
     * @param secrets further secrets to mask
     */
    public static Recorder start(String upstream, Path folder, Secret... secrets) {
        try {
            Files.createDirectories(folder);
            Recorder recorder = new Recorder(upstream, folder, Scrubber.of(secrets), lastNumber(folder));
            recorder.server.otherwise(recorder::forward);
            return recorder;
        } catch (IOException e) {
            throw new GatorException(WireError.NOT_STORED, "preparing " + folder, e);
        }
    }

    /** Returns the base address to give to the client in place of the service's. */
    public String url() {
        return server.url();
    }

    /** Stops recording; fails with {@link WireError#NOT_STORED} if an exchange could not be written. */
    @Override
    public void close() {
        server.close();
        IOException lost = failure.getAndSet(null);
        if (lost != null) {
            throw new GatorException(WireError.NOT_STORED, "writing to " + folder, lost);
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static int lastNumber(Path folder) throws IOException {
        return files(folder).stream()
                .map(file -> file.getFileName().toString().replaceAll("[^0-9].*", ""))
                .filter(digits -> !digits.isEmpty())
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private WireReply forward(RecordedRequest request) {
        int place = number.incrementAndGet();
        try {
            HttpResponse<InputStream> answer = client.send(outgoing(request), BodyHandlers.ofInputStream());
            WireHeaders headers = headers(answer);
            if (headers.has("content-encoding")) {
                answer.body().close();
                return WireReply.text(502, "The service packs its answers although it was asked not to.");
            }
            return WireReply.of(
                    answer.statusCode(),
                    kept(headers, NOT_PASSED_BACK),
                    Content.streamed(sink -> pass(request, answer, place, sink)));
        } catch (IOException e) {
            return WireReply.text(502, "The service at " + upstream + " cannot be reached: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return WireReply.text(502, "The recorder was closed.");
        }
    }

    private HttpRequest outgoing(RecordedRequest request) {
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(URI.create(upstream + request.target()));
        byte[] body = request.body();
        outgoing.method(
                request.method(), body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        kept(request.headers(), NOT_FORWARDED).forEach(line -> outgoing.header(line.name(), line.value()));
        return outgoing.build();
    }

    private void pass(RecordedRequest request, HttpResponse<InputStream> answer, int place, Sink sink)
            throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = answer.body()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                chunks.add(Arrays.copyOf(buffer, count));
                sink.write(buffer, 0, count);
            }
        }
        store(place, exchange(request, answer, chunks));
    }

    private RecordedExchange exchange(RecordedRequest request, HttpResponse<InputStream> answer, List<byte[]> chunks) {
        Scrubber clean = scrubber.learning(request);
        return new RecordedExchange(
                request.method(),
                clean.target(request.target()),
                clean.headers(kept(request.headers(), NOT_STORED)),
                clean.body(request.body()),
                answer.statusCode(),
                clean.headers(kept(headers(answer), NOT_KEPT)),
                clean.chunks(chunks));
    }

    private void store(int place, RecordedExchange exchange) throws IOException {
        String path = exchange.target().replaceAll("\\?.*", "").replaceAll("[^A-Za-z0-9]+", "-");
        String name = String.format(Locale.ROOT, "%04d-%s%s", place, exchange.method(), path);
        String shortened = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        try {
            Files.writeString(folder.resolve(shortened + SUFFIX), exchange.fileText());
        } catch (IOException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    private static WireHeaders headers(HttpResponse<?> answer) {
        List<WireHeaders.Line> lines = new ArrayList<>();
        answer.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> lines.add(new WireHeaders.Line(name, value))));
        return new WireHeaders(lines);
    }

    private static WireHeaders kept(WireHeaders headers, Set<String> dropped) {
        return new WireHeaders(headers.lines().stream()
                .filter(line -> !dropped.contains(line.name().toLowerCase(Locale.ROOT)))
                .toList());
    }
}
