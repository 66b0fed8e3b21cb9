package dev.gator.tck.wire;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * An HTTP/1.1 server on a loopback port of the system's choice, answering as scripted and recording every request.
 *
 * <p>Each connection has a daemon thread named after the port. {@link #close()} ends every wait, closes every socket and
 * returns when the threads are gone. All methods may be called from any thread, replies can be added while it serves.
 * The waits that a test makes return false when the time is over; they never throw for that.
 */
public final class WireServer implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final ServerSocket listener;
    private final Optional<WireTls> tls;
    private final Journal journal = new Journal();
    private final Map<String, WireRoute> routes = new ConcurrentHashMap<>();
    private final List<WireRoute> patterns = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<Connection, Thread> connections = new ConcurrentHashMap<>();
    private final Thread acceptor;
    private volatile Function<RecordedRequest, WireReply> otherwise = this::notScripted;

    private WireServer(ServerSocket listener, Optional<WireTls> tls) {
        this.listener = listener;
        this.tls = tls;
        this.acceptor = daemon(this::accept, "accept");
    }

    /** Starts a server for plain HTTP. */
    public static WireServer start() {
        return start(Optional.empty());
    }

    /** Starts a server for HTTPS with that certificate. */
    public static WireServer start(WireTls tls) {
        return start(Optional.of(tls));
    }

    /** Returns the base address without a slash at its end, such as {@code http://127.0.0.1:40123}. */
    public String url() {
        return (tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + port();
    }

    /** Returns the address of a path on this server. */
    public URI uri(String path) {
        return URI.create(url() + path);
    }

    /** Returns the port. */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Returns the route of that method and path, new or known.
     *
     * @param method the method, such as {@code POST}
     * @param path the path without a query; one {@code *} stands for any text
     */
    public WireRoute on(String method, String path) {
        return routes.computeIfAbsent(method + " " + path, key -> {
            WireRoute route = new WireRoute(method, path);
            if (route.isPattern()) {
                patterns.add(route);
            }
            return route;
        });
    }

    /** Sets the answer to requests that no route takes; without it they get a 404 that lists the routes. */
    public WireServer otherwise(WireReply reply) {
        return otherwise((RecordedRequest request) -> reply);
    }

    /** Sets how requests that no route takes are answered; called on the connection's thread. */
    public WireServer otherwise(Function<RecordedRequest, WireReply> choice) {
        otherwise = choice;
        return this;
    }

    /** Keeps only the last requests in memory; without it the last 10 000. */
    public WireServer keepingLast(int requests) {
        journal.keep(Require.range("requests", requests, 0, Integer.MAX_VALUE));
        return this;
    }

    /** Returns the requests so far, oldest first, as far as they are kept. */
    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    /** Returns the newest request; fails with {@link WireError#NO_REQUEST} if none has come. */
    public RecordedRequest lastRequest() {
        List<RecordedRequest> seen = requests();
        if (seen.isEmpty()) {
            throw new GatorException(WireError.NO_REQUEST, "no request has come to " + url());
        }
        return seen.get(seen.size() - 1);
    }

    /** Returns how many requests came, kept or not. */
    public long requestCount() {
        return journal.count();
    }

    /** Returns how many connections are open now. */
    public int openConnections() {
        return journal.open();
    }

    /** Returns how many connections were ever opened. */
    public long connectionCount() {
        return journal.connections();
    }

    /** Waits until that many requests have come in all. */
    public boolean awaitRequests(long count, Duration atMost) {
        return interruptibly(() -> journal.awaitCount(count, atMost));
    }

    /** Waits until exactly that many connections are open. */
    public boolean awaitOpenConnections(int count, Duration atMost) {
        return interruptibly(() -> journal.awaitOpen(count, atMost));
    }

    /**
     * Waits until a client has closed its socket in the middle of an exchange: after the first byte of its request and
     * before the last byte of the answer. Each such close is reported once, also if it happened before the call; a
     * client that closes an idle connection does not count. The server notices whenever it waits or writes, so also
     * inside every delay and hang of a reply, but not while a reply function of the test is running.
     */
    public boolean awaitClientClose(Duration atMost) {
        return interruptibly(() -> journal.awaitAbandoned(atMost));
    }

    /** Forgets routes, requests and reported closes; open connections stay. */
    public void reset() {
        routes.clear();
        patterns.clear();
        otherwise = this::notScripted;
        journal.forget();
    }

    /** Ends every connection at once and waits for the threads; closing again does nothing. */
    @Override
    public void close() {
        journal.shut();
        try {
            listener.close();
        } catch (IOException e) {
            throw new GatorException(WireError.NO_SOCKET, "closing " + url(), e);
        } finally {
            join(acceptor);
            connections.forEach((connection, thread) -> {
                connection.shutDown();
                thread.interrupt(); // a reply function may be waiting for something of its own
            });
            connections.values().forEach(WireServer::join);
        }
    }

    private static WireServer start(Optional<WireTls> tls) {
        try {
            WireServer server = new WireServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), tls);
            server.acceptor.start();
            return server;
        } catch (IOException e) {
            throw new GatorException(WireError.NO_SOCKET, "listening on a loopback port", e);
        }
    }

    private void accept() {
        boolean open = true;
        while (open) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                open = !listener.isClosed(); // a client that went away at once is no reason to stop
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        long id = journal.opened();
        Connection connection = new Connection(id, socket, tls, journal, this::answer);
        Thread thread = daemon(connection, Long.toString(id));
        connections.values().removeIf(earlier -> !earlier.isAlive());
        connections.put(connection, thread);
        thread.start();
    }

    private WireReply answer(RecordedRequest request) {
        try {
            return route(request).flatMap(WireRoute::next).orElse(otherwise).apply(request);
        } catch (RuntimeException e) {
            return WireReply.text(500, "The test's reply function failed: " + e);
        }
    }

    private Optional<WireRoute> route(RecordedRequest request) {
        WireRoute exact = routes.get(request.method() + " " + request.path());
        if (exact != null) {
            return Optional.of(exact);
        }
        return patterns.stream()
                .filter(route -> route.matches(request.method(), request.path()))
                .findFirst();
    }

    private WireReply notScripted(RecordedRequest request) {
        return WireReply.text(404, "Nothing is scripted for " + request + ". Routes: " + routes.values());
    }

    private Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "wire-" + port() + "-" + name);
        thread.setDaemon(true);
        return thread;
    }

    private static void join(Thread thread) {
        if (thread == Thread.currentThread()) {
            return;
        }
        interruptibly(() -> {
            thread.join(LAST_WAIT.toMillis());
            return !thread.isAlive();
        });
    }

    private static boolean interruptibly(Wait wait) {
        try {
            return wait.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "waiting for the wire server", e);
        }
    }

    @FunctionalInterface
    private interface Wait {
        boolean run() throws InterruptedException;
    }
}
