package dev.gator.rag.index.opensearch;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.rag.wire.BoundedBody;
import dev.gator.store.StoreError;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Requests and answers. Each has a deadline from the first byte to the last, and an answer a largest size. */
final class Wire {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final HttpClient client;
    private final String address;
    private final @Nullable String authorization;
    private final Duration timeout;
    private final int limit;

    Wire(OpenSearchStore.Builder access) {
        HttpClient.Builder making =
                HttpClient.newBuilder().connectTimeout(access.timeout).version(HttpClient.Version.HTTP_1_1);
        this.client = (access.tls == null ? making : making.sslContext(access.tls)).build();
        this.address = access.address.toString().replaceAll("/+$", "");
        this.authorization = access.login.map(Wire::basic).orElse(null);
        this.timeout = access.timeout;
        this.limit = access.largestAnswer;
    }

    /** Sends JSON; throws for every answer that is no success. */
    JsonObject call(String method, String path, JsonObject body) {
        return answered(method, path, send(method, path, body.toString()));
    }

    /** Sends lines of JSON. */
    JsonObject bulk(String path, String lines) {
        return answered("POST", path, send("POST", path, lines));
    }

    /** Asks; empty where it does not exist. */
    Optional<JsonObject> find(String method, String path) {
        HttpResponse<String> response = send(method, path, "");
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(answered(method, path, response));
    }

    /** Creates; false where it existed. */
    boolean create(String path, JsonObject body) {
        HttpResponse<String> response = send("PUT", path, body.toString());
        boolean existed = response.statusCode() == CONFLICT
                || (response.statusCode() == 400 && errorType(response).equals("resource_already_exists_exception"));
        if (!existed) {
            answered("PUT", path, response);
        }
        return !existed;
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        String asked = asked(method, path);
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request.build(), info -> new BoundedBody(limit, this::tooLarge));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new GatorException(
                    OpenSearchError.NO_ANSWER, "OpenSearch did not answer " + asked + " within " + timeout, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "interrupted while OpenSearch answered " + asked, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GatorException known) {
                throw known;
            }
            throw new GatorException(
                    OpenSearchError.NO_ANSWER, "OpenSearch could not be asked " + asked + ": " + e.getCause(), e);
        }
    }

    private GatorException tooLarge() {
        return new GatorException(
                StoreError.TOO_LARGE, "OpenSearch answered with more than " + limit + " bytes; ask for fewer hits");
    }

    private static JsonObject answered(String method, String path, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return parsed(asked(method, path), response.body());
        }
        String detail = "OpenSearch answered " + asked(method, path) + " with " + status + " " + errorType(response);
        throw new GatorException(
                switch (status) {
                    case 401, 403 -> OpenSearchError.NO_ACCESS;
                    case 429, 502, 503, 504 -> OpenSearchError.BUSY;
                    default -> OpenSearchError.REFUSED;
                },
                detail);
    }

    private static JsonObject parsed(String asked, String body) {
        try {
            return Json.parse(body).asObject();
        } catch (GatorException e) {
            throw new GatorException(
                    OpenSearchError.BAD_ANSWER, "OpenSearch answered " + asked + " with something else than JSON", e);
        }
    }

    /** Returns OpenSearch's name for an error; its reason is left out, as it may quote a document. */
    private static String errorType(HttpResponse<String> response) {
        try {
            return Json.parse(response.body())
                    .asObject()
                    .optionalObject("error")
                    .flatMap(error -> error.optionalString("type"))
                    .orElse("");
        } catch (GatorException e) {
            return "and no JSON";
        }
    }

    private static String asked(String method, String path) {
        return method + " " + path.replaceAll("\\?.*", "");
    }

    private static String basic(OpenSearchStore.Login login) {
        String pair = login.user() + ":" + login.password().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
