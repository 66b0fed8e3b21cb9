package dev.gator.media;

import dev.gator.media.seal.SyntheticMedia;
import java.util.List;

/**
 * Speech that a model made.
 *
 * @param speech the sound, not sealed yet
 * @param words when each word is spoken; empty unless asked for
 * @param receipt what it took to make
 */
public record SpeechReply(SyntheticMedia speech, List<TimedWord> words, MediaReceipt receipt) {

    /** Copies the words. */
    public SpeechReply {
        words = List.copyOf(words);
    }
}
