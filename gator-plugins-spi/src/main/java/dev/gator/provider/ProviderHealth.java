package dev.gator.provider;

import java.time.Duration;

/**
 * How a provider is.
 *
 * @param provider its name
 * @param state in one word
 * @param detail what was found, without secrets
 * @param took how long the probe lasted
 */
public record ProviderHealth(String provider, State state, String detail, Duration took) {

    /** How a provider is, in one word. */
    public enum State {
        /** It answered. */
        HEALTHY,
        /** It did not answer, or badly. */
        UNHEALTHY,
        /** Its key or address is missing. */
        NOT_CONFIGURED,
        /** It cannot be asked at no cost. */
        UNKNOWN
    }

    /** Returns whether calls may succeed. */
    public boolean isUsable() {
        return state == State.HEALTHY || state == State.UNKNOWN;
    }
}
