package dev.gator.bench.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** The floor: what one writes by hand with OkHttp and Jackson's streaming parser, with no care for errors. */
final class FloorContestant implements Contestant {

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client = new OkHttpClient.Builder().dispatcher(new Dispatcher()).build();
    private final JsonFactory factory = new JsonFactory();
    private final String url;

    FloorContestant(String url) {
        this.url = url;
    }

    @Override
    public String chat() {
        try (Response response = post("/v1/chat/completions", question(false));
                JsonParser parser = factory.createParser(response.body().byteStream())) {
            String content = "";
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("content")) {
                    parser.nextToken();
                    content = parser.getText();
                }
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int stream() {
        try (Response response = post("/v1/chat/completions", question(true))) {
            BufferedSource source = response.body().source();
            int pieces = 0;
            StringBuilder all = new StringBuilder();
            for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
                if (line.startsWith("data: ") && !line.equals("data: [DONE]")) {
                    String delta = delta(line.substring(6));
                    if (!delta.isEmpty()) {
                        all.append(delta);
                        pieces++;
                    }
                }
            }
            return all.isEmpty() ? 0 : pieces;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int embed(List<String> texts) {
        try (Response response = post("/v1/embeddings", texts(texts));
                JsonParser parser = factory.createParser(response.body().byteStream())) {
            int vectors = 0;
            float[] vector = new float[1_536];
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("embedding")) {
                    parser.nextToken();
                    vector = new float[1_536];
                    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                        vector[i] = parser.getFloatValue();
                    }
                    vectors++;
                }
            }
            return vector.length == 0 ? 0 : vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }

    private Response post(String path, byte[] body) throws IOException {
        Request request = new Request.Builder()
                .url(url + path)
                .header("Authorization", "Bearer sk-bench")
                .post(RequestBody.create(body, JSON))
                .build();
        return client.newCall(request).execute();
    }

    private String delta(String json) throws IOException {
        try (JsonParser parser = factory.createParser(json)) {
            String content = "";
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("content")) {
                    parser.nextToken();
                    content = parser.getText();
                }
            }
            return content;
        }
    }

    private byte[] question(boolean stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("model", "gpt-bench");
            json.writeArrayFieldStart("messages");
            json.writeStartObject();
            json.writeStringField("role", "user");
            json.writeStringField("content", WireBench.QUESTION);
            json.writeEndObject();
            json.writeEndArray();
            if (stream) {
                json.writeBooleanField("stream", true);
                json.writeObjectFieldStart("stream_options");
                json.writeBooleanField("include_usage", true);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private byte[] texts(List<String> texts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("model", "embed-bench");
            json.writeArrayFieldStart("input");
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
