package dev.gator.media;

import dev.gator.call.CallContext;

/** Makes films. Implementations are thread-safe and throw only {@link dev.gator.error.GatorException}. */
public interface VideoModel {

    /** Returns what this model is. Constant time, no network. */
    MediaCard card();

    /** Orders a film; returns as soon as the order is accepted. */
    MediaJob<VideoReply> generate(VideoRequest request);

    /**
     * Returns the job of an earlier order, also one of another process.
     *
     * @throws dev.gator.error.GatorException {@link MediaError#BAD_TICKET} or {@link MediaError#OTHER_OWNER}
     */
    MediaJob<VideoReply> resume(JobTicket ticket, CallContext context);
}
