package dev.gator.chat;

import dev.gator.json.JsonSchema;

/** The form the answer must have. */
public sealed interface ResponseFormat {

    /** Returns free text. */
    static ResponseFormat text() {
        return Text.INSTANCE;
    }

    /** Returns any JSON. */
    static ResponseFormat json() {
        return new AnyJson();
    }

    /** Returns JSON that fits a schema. */
    static ResponseFormat json(JsonSchema schema) {
        return new Schema(schema.name(), schema);
    }

    /** Returns JSON that can be read as that record. */
    static ResponseFormat json(Class<?> type) {
        return json(JsonSchema.of(type));
    }

    /** Free text. */
    record Text() implements ResponseFormat {
        private static final Text INSTANCE = new Text();
    }

    /** Any JSON value. */
    record AnyJson() implements ResponseFormat {}

    /**
     * JSON that fits a schema.
     *
     * @param name what to call it
     * @param schema its shape
     */
    record Schema(String name, JsonSchema schema) implements ResponseFormat {}
}
