package dev.gator.rag.text;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the data files beside a class. Thread-safe. */
public final class Resource {

    private Resource() {}

    /** Returns the text of a file beside the class, or empty if there is no such file. */
    public static Optional<String> find(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new GatorException(RagError.BROKEN_DATA, "cannot read " + name, e);
        }
    }

    /** Returns the object in a file beside the class, or empty if there is no such file. */
    public static Optional<JsonObject> object(Class<?> beside, String name) {
        return find(beside, name).map(text -> Json.parse(text).asObject());
    }

    /** Returns a list of texts; empty if there is none of that name. */
    public static List<String> texts(JsonObject from, String name) {
        return from.optionalArray(name).stream()
                .flatMap(array -> array.stream().map(Json::asString))
                .toList();
    }
}
