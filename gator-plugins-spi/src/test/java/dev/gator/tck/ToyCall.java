package dev.gator.tck;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.provider.ProviderConfig;
import dev.gator.secret.Secret;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One exchange with the toy service over the JDK's client, with the limits that the client alone does not keep. */
final class ToyCall implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final ProviderConfig config;
    private final CallContext context;
    private final Predicate<Flaw> flawed;
    private Cancellation.Registration registration = () -> {};
    private volatile CompletableFuture<HttpResponse<InputStream>> future = new CompletableFuture<>();
    private volatile @Nullable InputStream body;
    private volatile @Nullable GatorException why;
    private volatile boolean over;
    private volatile long events;
    private long read;

    ToyCall(ProviderConfig config, CallContext context, Predicate<Flaw> flawed) {
        this.config = config;
        this.context = context;
        this.flawed = flawed;
    }

    void send(URI address, Optional<Secret> key, String json, boolean stream) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        key.filter(secret -> !flawed.test(Flaw.NO_KEY_HEADER)).ifPresent(k -> request.header("x-toy-key", k.reveal()));
        future = CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (!flawed.test(Flaw.IGNORES_CANCELLATION) && !flawed.test(Flaw.STARTS_CANCELLED_CALLS)) {
            registration = context.cancellation()
                    .onCancel(() -> abort(new GatorException(CallError.CANCELLED, "toy: cancelled")));
        }
        startTimers(stream);
        HttpResponse<InputStream> response = await();
        body = new BufferedInputStream(response.body());
        if (why != null) {
            abort(why);
        }
        if (response.statusCode() == 500 && flawed.test(Flaw.TRIES_AGAIN)) {
            CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                    .join();
        }
        if (response.statusCode() / 100 == 3 && flawed.test(Flaw.FOLLOWS_REDIRECTS)) {
            URI next = URI.create(response.headers().firstValue("Location").orElseThrow());
            CLIENT.sendAsync(HttpRequest.newBuilder(next).build(), HttpResponse.BodyHandlers.ofString())
                    .join();
        }
        if (response.statusCode() != 200) {
            throw failure(response);
        }
    }

    private void startTimers(boolean stream) {
        Duration left = context.deadline().remaining();
        if (context.deadline().isFinite()
                && !flawed.test(Flaw.IGNORES_DEADLINE)
                && !flawed.test(Flaw.STARTS_LATE_CALLS)) {
            after(left, () -> abort(new GatorException(CallError.DEADLINE, "toy: the deadline passed")));
        }
        if (!flawed.test(Flaw.NO_TIMEOUTS) && !(stream && flawed.test(Flaw.NO_STALL_LIMIT))) {
            after(config.timeouts().total(), () -> abort(late("total")));
            if (stream) {
                expectEvent(config.timeouts().firstEvent());
            }
        }
    }

    /** Ends the call unless another event comes in time. */
    private void expectEvent(Duration limit) {
        long before = events;
        after(limit, () -> {
            if (events == before) {
                abort(late("event"));
            }
        });
    }

    void eventCame() {
        events++;
        if (!flawed.test(Flaw.NO_STALL_LIMIT) && !flawed.test(Flaw.NO_TIMEOUTS)) {
            expectEvent(config.timeouts().betweenEvents());
        }
    }

    String readAll() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = readByte();
        while (next >= 0) {
            bytes.write(next);
            next = readByte();
        }
        return bytes.toString(charset());
    }

    Charset charset() {
        return flawed.test(Flaw.DECODES_LATIN_1) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    int readByte() {
        InputStream in = body;
        if (in == null) {
            throw new GatorException(CallError.CANCELLED, "toy: not sent");
        }
        try {
            int next = in.read();
            if (next < 0 && why != null) {
                throw why;
            }
            boolean unlimited = flawed.test(Flaw.READS_ANY_SIZE) || flawed.test(Flaw.READS_ANY_BODY);
            if (++read > config.maxAnswerBytes() && !unlimited) {
                throw new GatorException(ProviderError.ANSWER_TOO_LARGE, "toy: more than " + config.maxAnswerBytes());
            }
            return next;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        abort(new GatorException(CallError.CANCELLED, "toy: closed"));
        registration.close();
    }

    private void abort(GatorException reason) {
        if (over && why != reason) {
            return;
        }
        over = true;
        why = reason;
        future.cancel(true);
        InputStream in = body;
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                return;
            }
        }
    }

    private HttpResponse<InputStream> await() {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        } catch (CancellationException e) {
            throw why == null ? new GatorException(CallError.CANCELLED, "toy", e) : why;
        } catch (InterruptedException e) {
            throw new GatorException(CallError.INTERRUPTED, "toy", e);
        }
    }

    private GatorException broken(Throwable cause) {
        GatorException reason = why;
        if (reason != null) {
            return reason;
        }
        if (flawed.test(Flaw.BREAKS_ARE_INTERNAL)) {
            throw new IllegalStateException(cause);
        }
        if (cause instanceof SSLException && !flawed.test(Flaw.CALLS_TLS_A_LOST_CONNECTION)) {
            return new GatorException(ProviderError.TLS_FAILED, "toy", cause);
        }
        return new GatorException(
                cause instanceof ConnectException ? ProviderError.UNREACHABLE : ProviderError.CONNECTION_LOST,
                "toy: " + cause.getMessage(),
                cause);
    }

    private GatorException failure(HttpResponse<InputStream> response) {
        String text = readAll();
        if (flawed.test(Flaw.KEY_PRINTED)) {
            System.err.println(text);
        }
        ProviderError code =
                flawed.test(Flaw.ONE_ERROR_FOR_ALL) ? ProviderError.SERVER_ERROR : code(response.statusCode(), text);
        String detail = flawed.test(Flaw.KEY_IN_ERRORS) ? text : "toy answered " + response.statusCode();
        Duration wait = flawed.test(Flaw.NO_RETRY_AFTER)
                ? null
                : response.headers()
                        .firstValue("Retry-After")
                        .map(ToyCall::wait)
                        .orElse(null);
        return new GatorException(code, detail, null, wait);
    }

    static ProviderError code(int status, String text) {
        if (text.contains("CONTEXT_TOO_LONG")) {
            return ProviderError.CONTEXT_TOO_LONG;
        }
        if (text.contains("CONTENT_REFUSED")) {
            return ProviderError.CONTENT_REFUSED;
        }
        if (text.contains("QUOTA")) {
            return ProviderError.QUOTA_EXHAUSTED;
        }
        return switch (status) {
            case 401 -> ProviderError.BAD_KEY;
            case 403 -> ProviderError.FORBIDDEN;
            case 404 -> ProviderError.UNKNOWN_MODEL;
            case 413 -> ProviderError.REQUEST_TOO_LARGE;
            case 429 -> ProviderError.RATE_LIMITED;
            case 503, 529 -> ProviderError.OVERLOADED;
            default ->
                status / 100 == 3
                        ? ProviderError.UNEXPECTED_REDIRECT
                        : status >= 500 ? ProviderError.SERVER_ERROR : ProviderError.BAD_REQUEST;
        };
    }

    private static Duration wait(String header) {
        return Character.isDigit(header.charAt(0))
                ? Duration.ofSeconds(Json.parse(header).asLong())
                : Duration.between(
                        Instant.now(),
                        ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
    }

    private static GatorException late(String limit) {
        return new GatorException(ProviderError.NO_ANSWER_IN_TIME, "toy: " + limit);
    }

    private static void after(Duration time, Runnable action) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(action);
    }
}
