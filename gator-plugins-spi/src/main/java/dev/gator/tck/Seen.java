package dev.gator.tck;

import java.util.Optional;

/**
 * A request as the service understood it, read back from the wire: the contract compares it with what was asked.
 *
 * <p>What the wire does not tell, such as the name of a tool beside its result, a dialect leaves empty or at its default.
 *
 * @param model the model's name as sent
 * @param key the key, if the request carries one in the place where the service expects it; empty otherwise
 * @param content what was asked
 * @param <R> the kind of request
 */
public record Seen<R>(String model, Optional<String> key, R content) {}
