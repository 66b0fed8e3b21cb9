package dev.gator.media;

import dev.gator.media.seal.SyntheticMedia;

/**
 * Music that a model made.
 *
 * @param music the sound, not sealed yet
 * @param receipt what it took to make
 */
public record MusicReply(SyntheticMedia music, MediaReceipt receipt) {}
