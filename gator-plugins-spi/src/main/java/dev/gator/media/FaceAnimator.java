package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.consent.ConsentGrant;
import dev.gator.consent.Purpose;

/**
 * Moves faces. Implementations are thread-safe and open the gate with {@link FaceMotion#scope()}, and with the voice's own
 * grant where there is one, before anything else.
 */
public interface FaceAnimator {

    /** Returns what this model is. Constant time, no network. */
    MediaCard card();

    /** Orders a film of the face in motion; returns as soon as the order is accepted. */
    MediaJob<VideoReply> animate(
            FaceImage face, FaceMotion motion, ConsentGrant grant, Purpose purpose, CallContext context);

    /** Returns the job of an earlier order, also one of another process. */
    MediaJob<VideoReply> resume(JobTicket ticket, CallContext context);
}
