package dev.gator.plugin;

import dev.gator.call.CallContext;
import dev.gator.chat.Message;

/** Looks at what a user says, before guards and models see it. Implementations are thread-safe; the context's deadline is the end of the time box. */
@FunctionalInterface
public interface MessageHook {

    /** Decides about a message. */
    Verdict<Message.User> onMessage(Message.User message, CallContext context);
}
