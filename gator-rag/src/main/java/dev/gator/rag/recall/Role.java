package dev.gator.rag.recall;

import dev.gator.chat.Message;
import java.util.Optional;

/** Who said something that can be found again. Instructions and answers of tools are not. */
public enum Role {
    /** The user. */
    USER,
    /** The model. */
    MODEL;

    static Optional<Role> of(Message message) {
        if (message instanceof Message.User) {
            return Optional.of(USER);
        }
        return message instanceof Message.Assistant ? Optional.of(MODEL) : Optional.empty();
    }
}
