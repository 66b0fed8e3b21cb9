package dev.gator.tools;

import dev.gator.call.CallContext;

/**
 * Decides whether a tool that changes something may run. Asked for every such call, on the thread of the call, so it may
 * wait for a person. What is not approved is told to the model as a refusal.
 */
@FunctionalInterface
public interface ToolApproval {

    /** Returns whether the call may run. */
    boolean approve(PendingCall call, CallContext context);

    /** Approves as long as nothing from outside is part of the conversation; the default. */
    static ToolApproval whileTrusted() {
        return (call, context) -> !call.untrusted();
    }

    /** Approves nothing. */
    static ToolApproval never() {
        return (call, context) -> false;
    }
}
