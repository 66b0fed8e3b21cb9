package dev.gator.plugin;

import dev.gator.call.CallContext;
import dev.gator.media.seal.Label;

/** Looks at the facts of media before they are sealed. It may move and reword the label, or veto; it sees no bytes. Implementations are thread-safe; the context's deadline is the end of the time box. */
@FunctionalInterface
public interface MediaHook {

    /** Decides about the label of a draft. */
    Verdict<Label> onMedia(MediaDraft draft, CallContext context);
}
