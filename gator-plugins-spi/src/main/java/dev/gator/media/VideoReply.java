package dev.gator.media;

import dev.gator.media.seal.SyntheticMedia;

/**
 * A film that a model made.
 *
 * @param video the film, not sealed yet
 * @param receipt what it took to make
 */
public record VideoReply(SyntheticMedia video, MediaReceipt receipt) {}
