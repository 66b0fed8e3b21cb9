package dev.gator.prompt;

import dev.gator.chat.ChatReply;
import dev.gator.usage.Usage;

/**
 * An answer as a record.
 *
 * @param value the record
 * @param reply the reply that held it; its usage and cost cover all attempts
 * @param attempts how often the model was asked
 * @param <T> the type of the record
 */
public record Structured<T>(T value, ChatReply reply, int attempts) {

    /** Returns the tokens of all attempts. */
    public Usage usage() {
        return reply.usage();
    }
}
