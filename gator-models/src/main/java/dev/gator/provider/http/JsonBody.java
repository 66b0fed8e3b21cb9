package dev.gator.provider.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;

/** A request's body, written as JSON straight into the buffer that is sent. Sent once. */
public final class JsonBody extends RequestBody {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Buffer buffer;

    private JsonBody(Buffer buffer) {
        this.buffer = buffer;
    }

    /** Writes a value. */
    @FunctionalInterface
    public interface Writing {
        /** Writes one JSON value. */
        void write(JsonGenerator json) throws IOException;
    }

    /** Returns what {@code writing} writes. */
    public static JsonBody of(Writing writing) {
        Buffer buffer = new Buffer();
        try (JsonGenerator json = FACTORY.createGenerator(buffer.outputStream())) {
            writing.write(json);
        } catch (IOException e) {
            throw new GatorException(ProviderError.BAD_REQUEST, "the request cannot be written as JSON", e);
        }
        return new JsonBody(buffer);
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return buffer.size();
    }

    // a request that may have reached the service is paid for: only the caller decides whether to send it again
    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(buffer, buffer.size());
    }

    /** Returns the JSON text, while it has not been sent. */
    public String text() {
        return buffer.snapshot().string(StandardCharsets.UTF_8);
    }
}
