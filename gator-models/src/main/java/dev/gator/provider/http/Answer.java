package dev.gator.provider.http;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Headers;

/** A whole successful answer. */
public final class Answer {

    private final Target target;
    private final Transport transport;
    private final Headers headers;
    private final byte[] body;

    Answer(Transport transport, Target target, Headers headers, byte[] body) {
        this.transport = transport;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    /** Returns a reader of the body. */
    public JsonScan scan() {
        refusePage();
        return JsonScan.of(body);
    }

    /** Returns the body as a value. */
    public Json json() {
        refusePage();
        try {
            return Json.parse(new String(body, StandardCharsets.UTF_8));
        } catch (GatorException e) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, target + " answered no JSON", e);
        }
    }

    /** Returns the body itself, not a copy. */
    public byte[] bytes() {
        return body;
    }

    /** Returns the error that the service reports in a body that came as a success. */
    public GatorException reportedError() {
        return transport.errorIn(target, json());
    }

    /** Returns a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    private void refusePage() {
        String type = header("Content-Type").orElse("");
        if (type.startsWith("text/html")) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, target + " answered a web page instead of JSON");
        }
    }
}
