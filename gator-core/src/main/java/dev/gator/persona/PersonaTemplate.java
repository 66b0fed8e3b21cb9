package dev.gator.persona;

import dev.gator.json.Json;
import dev.gator.json.JsonObject;

/**
 * A persona without a name, to begin with.
 *
 * @param key its name in the catalogue, such as {@code fitness}
 * @param title what people call it
 * @param json the members of a persona, without id, version and name
 */
public record PersonaTemplate(String key, String title, JsonObject json) {

    /** Returns a persona of this template, to be changed as you like. */
    public Persona.Builder named(String name) {
        JsonObject whole = json.without("key")
                .without("title")
                .without("id")
                .without("version")
                .with("name", Json.of(name));
        return PersonaReading.of(whole.toString()).persona().toBuilder();
    }
}
