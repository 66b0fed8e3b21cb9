package dev.gator.consent;

import dev.gator.error.Require;
import java.util.regex.Pattern;

/**
 * Whose voice or face it is. Closed on purpose: there is no subject for an unknown person and none for a minor.
 *
 * <p>Whether a person is an adult, and whether a third person is a public figure, is found out by the
 * {@link ConsentVerifier}; the {@link ConsentIssuer} refuses both without an override.
 */
public sealed interface Subject {

    /** Returns the application's stable id of the subject. */
    String id();

    /** Returns the name, for people. */
    String name();

    /** Returns whether the subject is a living person, who must show to be present. */
    boolean isLiving();

    /** Returns whether somebody must have signed. */
    boolean needsEvidence();

    /**
     * Returns a persona that this SDK made.
     *
     * @param manifestSha256 the SHA-256 of the sealed image that shows the persona
     */
    static SyntheticPersona persona(String id, String name, String manifestSha256) {
        return new SyntheticPersona(id, name, manifestSha256);
    }

    /** Returns the very user who asks. */
    static Self self(String userId, String name) {
        return new Self(userId, name);
    }

    /** Returns another adult who agreed. */
    static ConsentedPerson person(String id, String name) {
        return new ConsentedPerson(id, name);
    }

    /** Returns a dead person, for whom an estate speaks. */
    static Estate estate(String id, String name, String representative) {
        return new Estate(id, name, representative);
    }

    /**
     * A persona that this SDK made.
     *
     * @param id the persona's id
     * @param name the persona's name
     * @param manifestSha256 the SHA-256 of the sealed image that shows the persona, 64 hexadecimal digits
     */
    record SyntheticPersona(String id, String name, String manifestSha256) implements Subject {

        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        /** Checks the facts. */
        public SyntheticPersona {
            checkNames(id, name);
            Require.that(SHA256.matcher(manifestSha256).matches(), "not a SHA-256: " + manifestSha256);
        }

        @Override
        public boolean isLiving() {
            return false;
        }

        @Override
        public boolean needsEvidence() {
            return false;
        }
    }

    /**
     * The very user who asks.
     *
     * @param id the user's id
     * @param name the user's name
     */
    record Self(String id, String name) implements Subject {

        /** Checks the facts. */
        public Self {
            checkNames(id, name);
        }

        @Override
        public boolean isLiving() {
            return true;
        }

        @Override
        public boolean needsEvidence() {
            return false;
        }
    }

    /**
     * Another adult who agreed and signed.
     *
     * @param id the application's id of the person
     * @param name the person's name
     */
    record ConsentedPerson(String id, String name) implements Subject {

        /** Checks the facts. */
        public ConsentedPerson {
            checkNames(id, name);
        }

        @Override
        public boolean isLiving() {
            return true;
        }

        @Override
        public boolean needsEvidence() {
            return true;
        }
    }

    /**
     * A dead person, for whom an estate speaks and signed.
     *
     * @param id the application's id of the person
     * @param name the person's name
     * @param representative who speaks for the estate
     */
    record Estate(String id, String name, String representative) implements Subject {

        /** Checks the facts. */
        public Estate {
            checkNames(id, name);
            Require.text("representative of the estate", representative);
        }

        @Override
        public boolean isLiving() {
            return false;
        }

        @Override
        public boolean needsEvidence() {
            return true;
        }
    }

    private static void checkNames(String id, String name) {
        Require.length("subject id", Require.text("subject id", id), 1, 200);
        Require.length("subject name", Require.text("subject name", name), 1, 200);
    }
}
