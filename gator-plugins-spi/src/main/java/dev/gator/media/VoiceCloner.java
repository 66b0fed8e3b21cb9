package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.consent.ConsentGrant;
import dev.gator.consent.Purpose;

/**
 * Learns voices. Implementations are thread-safe, open the gate with
 * {@link dev.gator.consent.ConsentScope#VOICE_CLONE} before anything else, and throw only
 * {@link dev.gator.error.GatorException}.
 */
public interface VoiceCloner {

    /** Returns what this model is. Constant time, no network. */
    MediaCard card();

    /** Learns a voice from samples of the person who gave the grant. */
    Voice.Granted cloneVoice(VoiceSamples samples, ConsentGrant grant, Purpose purpose, CallContext context);

    /** Forgets a voice for good: deletes what was learned, here and at the service. Does nothing if it is gone. */
    void forget(Voice.Granted voice, CallContext context);
}
