package dev.gator.media.seal;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import java.util.List;

/** Puts unsealed parts together: cuts, mixes, encodes. The whole is unsealed again. Implementations are thread-safe. */
public interface Composer {

    /** Returns what comes out. */
    MediaType type();

    /** Puts the parts together, in the order given, and returns the bytes of the whole. */
    byte[] compose(List<RawMedia> parts, CallContext context);
}
