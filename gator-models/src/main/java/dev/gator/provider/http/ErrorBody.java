package dev.gator.provider.http;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonString;
import java.util.Optional;

/** Finds type, code and message in the JSON that services send with an error; each has its own idea of where they go. */
final class ErrorBody {

    private ErrorBody() {}

    static ServiceError read(int status, String body) {
        try {
            return read(status, Json.parse(body));
        } catch (GatorException notJson) {
            return new ServiceError(status, "", "", ""); // a page for people; it may hold anything
        }
    }

    static ServiceError read(int status, Json body) {
        if (body instanceof JsonArray list && !list.isEmpty()) {
            return read(status, list.get(0));
        }
        if (!(body instanceof JsonObject all)) {
            return new ServiceError(status, "", "", "");
        }
        if (all.get("response").orElse(Json.nul()) instanceof JsonObject failed) {
            return read(status, failed);
        }
        Optional<Json> inner = all.get("error");
        if (inner.isPresent() && inner.get() instanceof JsonObject error) {
            return new ServiceError(
                    status,
                    text(error, "type", "status"),
                    first(innerCode(error), text(error, "code")),
                    text(error, "message", "detail"));
        }
        return new ServiceError(
                status,
                text(all, "type"),
                text(all, "code"),
                first(text(all, "error"), text(all, "message", "detail")));
    }

    private static String innerCode(JsonObject error) {
        return error.get("innererror").orElse(Json.nul()) instanceof JsonObject inner ? text(inner, "code") : "";
    }

    private static String text(JsonObject object, String... names) {
        for (String name : names) {
            Json value = object.get(name).orElse(Json.nul());
            if (!value.isNull()) {
                return value instanceof JsonString text ? text.asString() : value.toString();
            }
        }
        return "";
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
