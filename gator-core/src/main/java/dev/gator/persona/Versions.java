package dev.gator.persona;

import dev.gator.error.GatorException;

/** The rules about versions that all stores share. */
final class Versions {

    private Versions() {}

    static void requireNext(Persona persona, int latest) {
        if (persona.version() != latest + 1) {
            throw new GatorException(
                    PersonaError.VERSION_CONFLICT,
                    "persona " + persona.id() + " version " + persona.version() + " cannot follow version " + latest);
        }
    }

    static GatorException unknown(String id) {
        return new GatorException(PersonaError.UNKNOWN_PERSONA, "there is no persona '" + id + "'");
    }
}
