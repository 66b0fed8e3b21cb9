package dev.gator.store;

import dev.gator.embed.Embedding;
import dev.gator.error.Require;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that can be found by its meaning, its words and its facts.
 *
 * @param id its name within the collection, 1 to 200 characters
 * @param vector its meaning, or null if it is found by words only
 * @param text its words; may be empty
 * @param attributes its facts
 */
public record VectorRecord(String id, @Nullable Embedding vector, String text, Attributes attributes) {

    /** Checks the id. */
    public VectorRecord {
        Require.length("record id", Require.text("record id", id), 1, 200);
    }

    /** Returns a record without facts. */
    public static VectorRecord of(String id, Embedding vector, String text) {
        return new VectorRecord(id, vector, text, Attributes.none());
    }

    /** Returns a record that is found by its words only. */
    public static VectorRecord ofText(String id, String text) {
        return new VectorRecord(id, null, text, Attributes.none());
    }

    /** Returns a copy with these facts. */
    public VectorRecord with(Attributes facts) {
        return new VectorRecord(id, vector, text, facts);
    }

    /** Returns its meaning, if it has one. */
    public Optional<Embedding> embedding() {
        return Optional.ofNullable(vector);
    }
}
