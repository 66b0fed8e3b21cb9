package dev.gator.json;

import dev.gator.error.GatorException;
import java.util.List;
import java.util.Optional;

/**
 * What a document must look like: made from a Java type, or taken over from elsewhere.
 *
 * <p>Records become closed objects, enums become lists of names, sealed interfaces of records become alternatives told
 * apart by a member {@code type} that holds the simple name of the record. An {@code Optional} or {@code @Nullable}
 * component may be absent or null, every other one is required. {@link Describe}, {@link Range}, {@link Length},
 * {@link Pattern} and {@link Size} refine components.
 *
 * <p>Schemas are immutable and safe to share between threads.
 *
 * <pre>{@code
 * record City(@Describe("the common English name") String name, @Range(min = 1, max = 7) int days) {}
 *
 * List<Violation> wrong = JsonSchema.of(City.class).validate(Json.parse(answer));
 * }</pre>
 */
public final class JsonSchema {

    private static final int MAX_NAME = 64;

    private static final ClassValue<JsonSchema> OF_CLASS = new ClassValue<>() {
        @Override
        protected JsonSchema computeValue(Class<?> type) {
            return new JsonSchema(nameOf(type), SchemaWriter.describe(type));
        }
    };

    private final String name;
    private final JsonObject json;

    private JsonSchema(String name, JsonObject json) {
        this.name = name;
        this.json = json;
    }

    /**
     * Returns the schema of a Java type, made once per class.
     *
     * @throws GatorException with {@link JsonError#UNSUPPORTED_TYPE} when the type or a component has no JSON form; the
     *     message names the component
     */
    public static JsonSchema of(Class<?> type) {
        return OF_CLASS.get(type);
    }

    /** Returns a schema that somebody else wrote; keywords that are not known here are kept and not checked. */
    public static JsonSchema of(JsonObject schema) {
        String title = schema.get("title")
                .filter(JsonString.class::isInstance)
                .map(Json::asString)
                .orElse("");
        return new JsonSchema(nameFrom(title), schema);
    }

    /**
     * Reads a schema that somebody else wrote.
     *
     * @throws GatorException with {@link JsonError#SYNTAX} or {@link JsonError#BAD_SCHEMA}
     */
    public static JsonSchema parse(String text) {
        if (Json.parse(text) instanceof JsonObject schema) {
            return of(schema);
        }
        throw new GatorException(JsonError.BAD_SCHEMA, "a schema must be an object");
    }

    /** Returns the schema itself. */
    public JsonObject json() {
        return json;
    }

    /** Returns a name of letters, digits, dashes and underscores, at most 64 long, as providers want one. */
    public String name() {
        return name;
    }

    /** Returns the same schema with another name; characters that providers refuse become underscores. */
    public JsonSchema named(String other) {
        return new JsonSchema(nameFrom(other), json);
    }

    /**
     * Returns this schema in the narrow form that providers with constrained decoding want: every member required, optional
     * ones nullable, objects closed, and only the keywords they support. What it drops is still checked by
     * {@link #validate(Json)} of this schema.
     *
     * <p>Empty when there is no such form: the root is not an object, or a part is a map or may be anything.
     */
    public Optional<JsonSchema> strict() {
        return StrictForm.of(json).map(strict -> new JsonSchema(name, strict));
    }

    /**
     * Checks a document; an empty list means that it is valid. At most 100 violations are reported.
     *
     * <p>Patterns are searched with a bounded effort and only in texts of at most 10,000 characters; a pattern that Java
     * does not know is not checked. Only references within the schema are followed.
     *
     * @throws GatorException with {@link JsonError#BAD_SCHEMA} when a reference leads nowhere, or when document and schema
     *     together are nested too deeply (a hundred levels always fit) or take
     *     unreasonable effort
     */
    public List<Violation> validate(Json document) {
        return SchemaValidator.validate(json, document);
    }

    static String nameOf(Class<?> type) {
        return nameFrom(type.getSimpleName());
    }

    private static String nameFrom(String wanted) {
        String name = wanted.replaceAll("[^A-Za-z0-9_-]", "_");
        return name.isEmpty() ? "schema" : name.substring(0, Math.min(name.length(), MAX_NAME));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonSchema that && name.equals(that.name) && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Returns the schema as compact JSON. */
    @Override
    public String toString() {
        return json.toString();
    }
}
