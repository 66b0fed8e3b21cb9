package dev.gator.media.seal;

import dev.gator.consent.ConsentGrant;
import dev.gator.content.Sha256;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where synthetic media comes from. Says nothing about the prompt but its fingerprint, and nothing about people but the
 * fingerprints of their grants.
 *
 * @param model the model's id; several, joined by {@code +}, where media was composed
 * @param personaName on whose behalf it was made, or null
 * @param promptSha256 the fingerprint of the prompt
 * @param at when it was made
 * @param grants the fingerprints of the grants it was made under, sorted
 */
public record MediaOrigin(
        String model, @Nullable String personaName, String promptSha256, Instant at, List<String> grants) {

    /** Checks the facts and sorts the grants. */
    public MediaOrigin {
        Require.text("model id", model);
        Require.that(promptSha256.matches("[0-9a-f]{64}"), "not a SHA-256: " + promptSha256);
        grants = grants.stream().distinct().sorted().toList();
    }

    /** Returns the origin of what a model makes now from a prompt; the prompt itself is not kept. */
    public static MediaOrigin of(String model, String prompt, Instant at) {
        return new MediaOrigin(model, null, Sha256.of(prompt), at, List.of());
    }

    /** Returns the origin of what is put together now: every model, every grant, the persona if all share it. */
    public static MediaOrigin composed(Collection<MediaOrigin> parts, Instant at) {
        List<MediaOrigin> all = Require.notEmpty("parts of a composition", List.copyOf(parts));
        String persona = all.get(0).personaName;
        boolean shared = all.stream().allMatch(part -> Objects.equals(part.personaName, persona));
        return new MediaOrigin(
                String.join("+", all.stream().map(MediaOrigin::model).distinct().toList()),
                shared ? persona : null,
                Sha256.of(String.join(
                        "+", all.stream().map(MediaOrigin::promptSha256).toList())),
                at,
                all.stream().flatMap(part -> part.grants.stream()).toList());
    }

    /** Returns a copy made on behalf of a persona. */
    public MediaOrigin forPersona(String persona) {
        return new MediaOrigin(model, Require.text("persona", persona), promptSha256, at, grants);
    }

    /** Returns a copy made under one more grant. */
    public MediaOrigin under(ConsentGrant grant) {
        List<String> more =
                Stream.concat(grants.stream(), Stream.of(Sha256.of(grant.id()))).toList();
        return new MediaOrigin(model, personaName, promptSha256, at, more);
    }

    /** Returns whether it was made under that grant. */
    public boolean madeUnder(ConsentGrant grant) {
        return grants.contains(Sha256.of(grant.id()));
    }

    /** Returns on whose behalf it was made, if it was a persona. */
    public Optional<String> persona() {
        return Optional.ofNullable(personaName);
    }

    /** Returns the origin as JSON. */
    public JsonObject json() {
        JsonObject.Builder json = JsonObject.builder()
                .put("model", Json.of(model))
                .put("promptSha256", Json.of(promptSha256))
                .put("at", Json.of(at.toString()))
                .put("grants", JsonArray.ofStrings(grants));
        persona().ifPresent(name -> json.put("persona", Json.of(name)));
        return json.build();
    }

    /** Reads what {@link #json()} wrote. */
    public static MediaOrigin ofJson(JsonObject json) {
        return new MediaOrigin(
                json.string("model"),
                json.optionalString("persona").orElse(null),
                json.string("promptSha256"),
                instant(json.string("at")),
                json.array("grants").stream().map(Json::asString).toList());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new GatorException(CallError.BAD_ARGUMENT, "not a time: " + text, e);
        }
    }
}
