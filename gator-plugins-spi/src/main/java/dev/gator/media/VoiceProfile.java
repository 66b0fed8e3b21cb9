package dev.gator.media;

/**
 * How somebody speaks.
 *
 * @param voice with which voice
 * @param pitch how high
 * @param speed how fast
 * @param emotion with which feeling
 */
public record VoiceProfile(Voice voice, VoicePitch pitch, VoiceSpeed speed, VoiceEmotion emotion) {

    /** Returns a voice that speaks as usual. */
    public static VoiceProfile of(Voice voice) {
        return new VoiceProfile(voice, VoicePitch.MEDIUM, VoiceSpeed.NORMAL, VoiceEmotion.NEUTRAL);
    }

    /** Returns a voice of the service that speaks as usual. */
    public static VoiceProfile of(String stockVoice) {
        return of(Voice.stock(stockVoice));
    }

    /** Returns the same manner with another pitch. */
    public VoiceProfile withPitch(VoicePitch other) {
        return new VoiceProfile(voice, other, speed, emotion);
    }

    /** Returns the same manner at another speed. */
    public VoiceProfile withSpeed(VoiceSpeed other) {
        return new VoiceProfile(voice, pitch, other, emotion);
    }

    /** Returns the same manner with another feeling. */
    public VoiceProfile withEmotion(VoiceEmotion other) {
        return new VoiceProfile(voice, pitch, speed, other);
    }
}
