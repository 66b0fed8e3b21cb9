package dev.gator.consent;

import dev.gator.call.Owner;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The written form of a grant's facts: base 64 of canonical JSON, so that equal facts have equal signatures. */
final class GrantText {

    private GrantText() {}

    static String encode(GrantFacts facts) {
        JsonObject.Builder json = JsonObject.builder()
                .put("id", Json.of(facts.id()))
                .put("subject", subject(facts.subject()))
                .put("tenant", Json.of(facts.holder().tenant()))
                .put("scopes", names(facts.scopes()))
                .put("purposes", names(facts.purposes()))
                .put("channels", names(facts.channels()))
                .put("territories", names(facts.territories()))
                .put("start", Json.of(facts.start().toString()))
                .put("expiry", Json.of(facts.expiry().toString()))
                .put("live", Json.of(facts.livenessShown()));
        facts.holder().user().ifPresent(user -> json.put("user", Json.of(user)));
        if (facts.evidenceSha256() != null) {
            json.put("evidence", Json.of(facts.evidenceSha256()));
        }
        if (facts.replaces() != null) {
            json.put("replaces", Json.of(facts.replaces()));
        }
        byte[] text = json.build().canonical().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static GrantFacts decode(String encoded) {
        String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        JsonObject json = Json.parse(text).asObject();
        return new GrantFacts(
                json.string("id"),
                subject(json.object("subject")),
                new Owner(json.string("tenant"), json.optionalString("user").orElse(null)),
                read(json, "scopes", ConsentScope::valueOf),
                read(json, "purposes", Purpose::valueOf),
                read(json, "channels", Function.identity()),
                read(json, "territories", Function.identity()),
                Instant.parse(json.string("start")),
                Instant.parse(json.string("expiry")),
                json.optionalString("evidence").orElse(null),
                json.bool("live"),
                json.optionalString("replaces").orElse(null));
    }

    private static JsonObject subject(Subject subject) {
        JsonObject.Builder json = JsonObject.builder()
                .put("kind", Json.of(subject.getClass().getSimpleName()))
                .put("id", Json.of(subject.id()))
                .put("name", Json.of(subject.name()));
        if (subject instanceof Subject.SyntheticPersona persona) {
            json.put("manifest", Json.of(persona.manifestSha256()));
        } else if (subject instanceof Subject.Estate estate) {
            json.put("representative", Json.of(estate.representative()));
        }
        return json.build();
    }

    private static Subject subject(JsonObject json) {
        String id = json.string("id");
        String name = json.string("name");
        return switch (json.string("kind")) {
            case "SyntheticPersona" -> Subject.persona(id, name, json.string("manifest"));
            case "Self" -> Subject.self(id, name);
            case "Estate" -> Subject.estate(id, name, json.string("representative"));
            default -> Subject.person(id, name);
        };
    }

    private static JsonArray names(Collection<?> values) {
        return JsonArray.ofStrings(
                values.stream().map(Object::toString).sorted().toList());
    }

    private static <T> Set<T> read(JsonObject json, String member, Function<String, T> reader) {
        return json.array(member).stream().map(Json::asString).map(reader).collect(Collectors.toUnmodifiableSet());
    }
}
