package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.consent.ConsentGrant;
import dev.gator.consent.Purpose;

/**
 * Speaks what somebody said with another voice. Implementations are thread-safe and open the gate for both people with
 * {@link dev.gator.consent.ConsentScope#VOICE_CONVERSION} before anything else.
 */
public interface VoiceConverter {

    /** Returns what this model is. Constant time, no network. */
    MediaCard card();

    /**
     * Speaks the same words with another voice.
     *
     * @param spoken what was said, by the person of {@code speaker}
     * @param speaker the permission of whoever speaks
     * @param target the voice that will be heard, checked like every granted voice
     */
    SpeechReply convert(
            VoiceSamples spoken, ConsentGrant speaker, Voice.Granted target, Purpose purpose, CallContext context);
}
