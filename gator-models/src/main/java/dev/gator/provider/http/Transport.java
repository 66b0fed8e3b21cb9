package dev.gator.provider.http;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.TimeSource;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.Timeouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and reads answers of one provider, over one pool of connections. Thread-safe.
 *
 * <p>Every call has an end: the total timeout and the call's deadline hold over the whole body, bodies are bounded after
 * decompression, and cancelling closes the socket. Redirects are not followed, nothing is sent twice, nothing is logged.
 * Methods throw only {@link GatorException}.
 */
public final class Transport implements AutoCloseable {

    private static final int LARGEST_ERROR = 64 * 1024;
    private static final int TRUSTED_LENGTH = 1024 * 1024;
    private static final int IDLE_CONNECTIONS = 256;

    private final ErrorDialect errors;
    private final Timeouts timeouts;
    private final long largest;
    private final TimeSource time;
    private final boolean plain;
    private volatile @Nullable OkHttpClient client;
    private volatile boolean closed;

    /** Creates a transport that connects when it is first used. */
    public Transport(ProviderConfig config, ErrorDialect errors) {
        this.errors = errors;
        this.timeouts = config.timeouts();
        this.largest = Math.min(config.maxAnswerBytes(), Integer.MAX_VALUE - 64);
        this.time = config.time();
        this.plain =
                config.baseUrl().filter(url -> "http".equals(url.getScheme())).isPresent();
    }

    /** Posts a body and returns the whole answer; anything but success is thrown. */
    public Answer post(Target target, String path, RequestBody body, CallContext context) {
        return send(target, target.request(path).post(body).build(), context);
    }

    /** Gets a resource and returns it whole; anything but success is thrown. */
    public Answer get(Target target, String path, CallContext context) {
        return send(target, target.request(path).build(), context);
    }

    /** Posts a body and returns the answer's server-sent events once the head of the answer is there. */
    public EventStream events(Target target, String path, RequestBody body, CallContext context) {
        Request request = target.request(path)
                .header("Accept", "text/event-stream")
                .post(body)
                .build();
        return open(target, request, context, EventStreamReader::new);
    }

    /** Posts a body and returns the answer's JSON lines once the head of the answer is there. */
    public EventStream lines(Target target, String path, RequestBody body, CallContext context) {
        return open(target, target.request(path).post(body).build(), context, JsonLinesReader::new);
    }

    /** Returns the error that a service reports within an answer that began well. */
    public GatorException errorIn(Target target, Json body) {
        return failure(target, ErrorBody.read(0, body), "", null);
    }

    /** Closes all connections. Calls under way end as cancelled. */
    @Override
    public void close() {
        closed = true;
        OkHttpClient used = client;
        if (used != null) {
            used.dispatcher().cancelAll();
            used.dispatcher().executorService().shutdown();
            used.connectionPool().evictAll();
        }
    }

    private Answer send(Target target, Request request, CallContext context) {
        context.check();
        Call call = client().newCall(request);
        CallTimer timer = CallTimer.start(call, context, "total", timeouts.total());
        Cancellation.Registration onCancel = context.cancellation().onCancel(call::cancel);
        try (Response response = execute(target, call, context)) {
            refuseUnlessSuccess(target, request, response);
            return new Answer(this, target, response.headers(), read(target, call, response, context));
        } catch (GatorException e) {
            throw explained(e, timer, call, context);
        } finally {
            onCancel.close();
            timer.stop();
        }
    }

    private EventStream open(Target target, Request request, CallContext context, EventStream.Framer framer) {
        context.check();
        long begun = System.nanoTime();
        Call call = client().newCall(request);
        boolean totalFirst = timeouts.total().compareTo(timeouts.firstEvent()) < 0;
        CallTimer timer = totalFirst
                ? CallTimer.start(call, context, "total", timeouts.total())
                : CallTimer.start(call, context, "first event", timeouts.firstEvent());
        Cancellation.Registration onCancel = context.cancellation().onCancel(call::cancel);
        Response response = null;
        try {
            response = execute(target, call, context);
            refuseUnlessSuccess(target, request, response);
            refuseUnlessEvents(target, call, response, context);
            return new EventStream(this, target, call, response, timer, begun, context, framer);
        } catch (GatorException e) {
            timer.stop();
            if (response != null) {
                response.close();
            }
            throw explained(e, timer, call, context);
        } finally {
            onCancel.close(); // from here on the stream around the events listens
        }
    }

    private Response execute(Target target, Call call, CallContext context) {
        try {
            return call.execute();
        } catch (IOException e) {
            throw Failures.connecting(target, context, e);
        }
    }

    private static GatorException explained(GatorException e, CallTimer timer, Call call, CallContext context) {
        if (!(e.getCause() instanceof IOException)) {
            return e;
        }
        if (timer.hasFired()) {
            return timer.failure(e);
        }
        return context.cancellation().isCancelled() || call.isCanceled()
                ? new GatorException(CallError.CANCELLED, "the call was cancelled", e)
                : e;
    }

    private byte[] read(Target target, Call call, Response response, CallContext context) {
        try {
            BufferedSource source = response.body().source();
            long length = response.body().contentLength();
            if (length > largest) {
                throw tooLarge(call);
            }
            if (length >= 0 && length <= TRUSTED_LENGTH) {
                byte[] exact = new byte[(int) length];
                source.readFully(exact);
                return exact;
            }
            Buffer all = new Buffer();
            while (source.read(all, 64 * 1024) >= 0) {
                if (all.size() > largest) {
                    throw tooLarge(call);
                }
            }
            return all.readByteArray();
        } catch (IOException e) {
            throw Failures.reading(target, context, e);
        }
    }

    private GatorException tooLarge(Call call) {
        call.cancel(); // or closing would first try to read the rest
        return new GatorException(
                ProviderError.ANSWER_TOO_LARGE, "the answer has more than the allowed " + largest + " bytes");
    }

    private void refuseUnlessSuccess(Target target, Request request, Response response) {
        if (response.isSuccessful()) {
            return;
        }
        int status = response.code();
        String asked = request.method() + " " + request.url().encodedPath() + " answered " + status;
        if (status >= 300 && status < 400) {
            throw new GatorException(ProviderError.UNEXPECTED_REDIRECT, target.provider() + ": " + asked);
        }
        String body = beginning(response);
        GatorException failure = failure(target, ErrorBody.read(status, body), asked, response);
        throw failure.retryAfter().isPresent() ? failure : waiting(failure, RetryAfter.inBody(body));
    }

    private GatorException failure(Target target, ServiceError error, String asked, @Nullable Response response) {
        ProviderError code = errors.classify(error);
        StringBuilder detail = new StringBuilder(target.provider()).append(": ").append(asked);
        String kind = error.code().isEmpty() ? error.type() : error.code();
        if (!kind.isEmpty()) {
            detail.append(" (").append(target.redactor().clean(kind)).append(')');
        }
        if (!error.message().isEmpty()) {
            detail.append(": ").append(target.redactor().clean(error.message()));
        }
        if (response == null) {
            return new GatorException(code, detail.toString());
        }
        String id = response.header("x-request-id", response.header("request-id"));
        if (id != null) {
            detail.append(" [request ").append(target.redactor().clean(id)).append(']');
        }
        return new GatorException(code, detail.toString(), null, RetryAfter.read(response.headers(), time.now()));
    }

    private static GatorException waiting(GatorException failure, @Nullable Duration wait) {
        return wait == null ? failure : new GatorException(failure.code(), failure.detail(), null, wait);
    }

    private static String beginning(Response response) {
        try {
            BufferedSource source = response.body().source();
            source.request(LARGEST_ERROR);
            return source.getBuffer()
                    .readUtf8(Math.min(LARGEST_ERROR, source.getBuffer().size()));
        } catch (IOException e) {
            return ""; // the status alone says enough
        }
    }

    private void refuseUnlessEvents(Target target, Call call, Response response, CallContext context) {
        String type = String.valueOf(response.header("Content-Type"));
        boolean json = type.startsWith("application/json");
        if (json) { // may be an error that was sent as a success
            ServiceError error =
                    ErrorBody.read(0, new String(read(target, call, response, context), StandardCharsets.UTF_8));
            if (!error.message().isEmpty()) {
                throw failure(target, error, "the stream is an error", response);
            }
        }
        if (json || type.startsWith("text/html")) {
            throw new GatorException(
                    ProviderError.MALFORMED_ANSWER,
                    target + " answered " + target.redactor().clean(type) + " instead of an event stream");
        }
    }

    Timeouts timeouts() {
        return timeouts;
    }

    long largest() {
        return largest;
    }

    private OkHttpClient client() {
        if (closed) {
            throw new GatorException(CallError.CLOSED, "the provider was closed");
        }
        OkHttpClient known = client;
        return known == null ? connect() : known;
    }

    private synchronized OkHttpClient connect() {
        OkHttpClient known = client;
        if (known == null) {
            // servers close by drop idle connections after a few seconds, and connecting anew costs nothing there
            ConnectionPool pool = new ConnectionPool(IDLE_CONNECTIONS, plain ? 4 : 120, TimeUnit.SECONDS);
            known = new OkHttpClient.Builder()
                    .connectionPool(pool)
                    .connectTimeout(timeouts.connect())
                    .readTimeout(0, TimeUnit.MILLISECONDS)
                    .writeTimeout(0, TimeUnit.MILLISECONDS)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .dns(Address.dns())
                    .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                    .build();
            client = known;
        }
        return known;
    }
}
