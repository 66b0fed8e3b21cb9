package dev.gator.persona;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import java.util.List;

/**
 * A persona read from JSON, and what of the JSON was not understood.
 *
 * @param persona the persona
 * @param ignored the paths of unknown members, such as {@code speech.accent}
 */
public record PersonaReading(Persona persona, List<String> ignored) {

    /** Copies the list. */
    public PersonaReading {
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads a persona from JSON.
     *
     * @throws GatorException with {@link PersonaError#UNREADABLE} naming the member that cannot be read
     */
    public static PersonaReading of(String json) {
        try {
            return PersonaJson.read(Json.parse(json).asObject());
        } catch (GatorException e) {
            throw e.code() instanceof PersonaError
                    ? e
                    : new GatorException(PersonaError.UNREADABLE, "persona: " + e.detail(), e);
        }
    }
}
