package dev.gator.plugin;

import dev.gator.call.CallContext;
import dev.gator.chat.Message;

/** Looks at what a model said, before guards and disclosure. Implementations are thread-safe; the context's deadline is the end of the time box. */
@FunctionalInterface
public interface ReplyHook {

    /** Decides about a reply. */
    Verdict<Message.Assistant> onReply(Message.Assistant reply, CallContext context);
}
