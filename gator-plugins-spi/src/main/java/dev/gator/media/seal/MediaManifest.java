package dev.gator.media.seal;

import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.util.Arrays;

/**
 * What is written into, or beside, every sealed file.
 *
 * @param generator who sealed it, such as {@code gator 1.0}
 * @param origin where it comes from
 * @param type what it is
 * @param sha256 the fingerprint of the sealed content, as the sealer defines it for formats that hold their own manifest
 * @param label what people are told
 * @param marked whether an invisible mark is in it
 */
public record MediaManifest(
        String generator, MediaOrigin origin, MediaType type, String sha256, Label label, boolean marked) {

    /** Checks the facts. */
    public MediaManifest {
        Require.text("generator", generator);
        Require.that(sha256.matches("[0-9a-f]{64}"), "not a SHA-256: " + sha256);
    }

    /** Returns the manifest as JSON. */
    public JsonObject json() {
        return JsonObject.builder()
                .put("generator", Json.of(generator))
                .put("synthetic", Json.of(true))
                .put("origin", origin.json())
                .put("type", Json.of(type.toString()))
                .put("sha256", Json.of(sha256))
                .put("label", Json.of(label.text()))
                .put("labelPlace", Json.of(label.place().name()))
                .put("marked", Json.of(marked))
                .build();
    }

    /** Reads what {@link #json()} wrote. */
    public static MediaManifest ofJson(JsonObject json) {
        String place = json.string("labelPlace");
        return new MediaManifest(
                json.string("generator"),
                MediaOrigin.ofJson(json.object("origin")),
                MediaType.parse(json.string("type")),
                json.string("sha256"),
                new Label(json.string("label"), place(place)),
                json.bool("marked"));
    }

    private static Label.Place place(String name) {
        return Arrays.stream(Label.Place.values())
                .filter(place -> place.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new GatorException(CallError.BAD_ARGUMENT, "not a place of a label: " + name));
    }
}
