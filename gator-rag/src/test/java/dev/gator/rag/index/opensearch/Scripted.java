package dev.gator.rag.index.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A server over real sockets that answers by path, and remembers what it was asked. */
final class Scripted implements AutoCloseable {

    private static final Answer NOT_FOUND = new Answer(404, "{\"error\":{\"type\":\"index_not_found_exception\"}}");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch silent = new CountDownLatch(1);

    Scripted() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    record Answer(int status, String body) {}

    record Asked(String method, String path, String query, String authorization, String body) {

        JsonObject json() {
            return Json.parse(body).asObject();
        }

        List<JsonObject> lines() {
            List<JsonObject> lines = new ArrayList<>();
            body.lines().forEach(line -> lines.add(Json.parse(line).asObject()));
            return lines;
        }
    }

    /** Answers a method and the end of a path; a status of 0 is silence. */
    Scripted on(String method, String end, int status, String body) {
        answers.put(method + " " + end, new Answer(status, body));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Returns what was asked with that method at the end of a path, the last time. */
    Asked last(String method, String end) {
        return asked.stream()
                .filter(one -> one.method().equals(method) && one.path().endsWith(end))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("nobody asked " + method + " " + end + " but " + asked));
    }

    List<String> order() {
        return asked.stream().map(one -> one.method() + " " + one.path()).toList();
    }

    @Override
    public void close() {
        silent.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                path,
                String.valueOf(exchange.getRequestURI().getQuery()),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Answer answer = answers.entrySet().stream()
                .filter(entry -> (exchange.getRequestMethod() + " " + path).matches(pattern(entry.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(NOT_FOUND);
        if (answer.status() == 0) {
            silence();
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Math.max(200, answer.status()), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String pattern(String key) {
        String method = key.substring(0, key.indexOf(' '));
        return method + " .*" + Pattern.quote(key.substring(method.length() + 1)) + ".*";
    }

    private void silence() {
        try {
            silent.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
