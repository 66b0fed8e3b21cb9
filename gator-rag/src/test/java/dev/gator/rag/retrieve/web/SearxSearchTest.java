package dev.gator.rag.retrieve.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.rag.retrieve.SearchBackend.WebPage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over real sockets, with answers in the form that SearXNG documents. */
class SearxSearchTest {

    private static final String ANSWER =
            """
            {"query": "pump", "number_of_results": 3, "results": [
              {"url": "https://shop.example/pump", "title": "Pump", "content": "It costs 90 euros.", "engine": "a", "score": 2.0},
              {"url": "ftp://files.example/pump", "title": "Files", "content": "Not the web."},
              {"url": "https://docs.example/pump", "title": null, "content": "It is quiet."},
              "not a result",
              {"url": "https://third.example", "title": "Third", "content": ""}],
             "answers": [], "suggestions": []}
            """;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        stalled.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void returnsWhatTheEngineShowsOfEachPageAndFetchesNone() {
        answering(200, ANSWER);

        List<WebPage> pages = search().search("pump & \"quiet\" ä", 2, CallContext.create());

        assertEquals(
                List.of(
                        new WebPage("Pump", "https://shop.example/pump", "It costs 90 euros."),
                        new WebPage("", "https://docs.example/pump", "It is quiet.")),
                pages);
        assertEquals(List.of("/search?format=json&q=pump+%26+%22quiet%22+%C3%A4"), asked);
    }

    @Test
    void anInstanceThatForbidsJsonIsNamedWithTheRemedy() {
        answering(403, "");
        assertTrue(refused(WebSearchError.REFUSED).getMessage().contains("allow the format json"));
    }

    @Test
    void followsNoRedirect() {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data/");
            answer(exchange, 302, "");
        });
        refused(WebSearchError.REFUSED);
        assertEquals(1, asked.size());
    }

    @Test
    void somethingElseThanSearxIsNamed() {
        answering(200, "<html>hello</html>");
        refused(WebSearchError.BAD_ANSWER);
    }

    @Test
    void anEndlessAnswerEnds() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[1 << 16];
            try (OutputStream body = exchange.getResponseBody()) {
                while (stalled.getCount() > 0) {
                    body.write(part);
                }
            }
        });
        refused(WebSearchError.BAD_ANSWER);
    }

    @Test
    void obeysDeadlineAndCancellation() {
        server.createContext("/", exchange -> {
            asked.add("stalled");
            try {
                stalled.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        CallContext hurried = CallContext.create().withTimeout(Duration.ofMillis(200));
        assertEquals(CallError.DEADLINE, thrown(hurried).code());

        Cancellation cancellation = Cancellation.create();
        CallContext cancelled = CallContext.create().withCancellation(cancellation);
        threads.execute(() -> {
            while (asked.size() < 2) {
                Thread.onSpinWait();
            }
            cancellation.cancel();
        });
        assertEquals(CallError.CANCELLED, thrown(cancelled).code());
    }

    @Test
    void nobodyThereIsAClearError() {
        int port = server.getAddress().getPort();
        server.stop(0);
        GatorException e =
                assertThrows(GatorException.class, () -> SearxSearch.at(URI.create("http://127.0.0.1:" + port))
                        .search("x", 1, CallContext.create()));
        assertEquals(WebSearchError.NO_ANSWER, e.code());
    }

    @Test
    void questionsGoOverThePlainNetworkToThisMachineOnly() {
        for (String address :
                List.of("http://searx.example.org", "http://10.0.0.7:8080", "file:///etc/passwd", "searx")) {
            GatorException e = assertThrows(GatorException.class, () -> SearxSearch.at(URI.create(address)));
            assertEquals(WebSearchError.INSECURE_ADDRESS, e.code(), address);
        }
    }

    private GatorException refused(ErrorCode code) {
        GatorException e = thrown(CallContext.create());
        assertEquals(code, e.code(), e.getMessage());
        return e;
    }

    private GatorException thrown(CallContext context) {
        return assertThrows(GatorException.class, () -> search().search("pump", 3, context));
    }

    private SearxSearch search() {
        return SearxSearch.at(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    private void answering(int status, String body) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answer(exchange, status, body);
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
