package dev.gator.consent;

/** What kind of work a grant allows. */
public enum ConsentScope {
    /** Learning a voice and speaking with it. */
    VOICE_CLONE,
    /** Turning one voice into another while it speaks; granted per session. */
    VOICE_CONVERSION,
    /** Moving the lips of a face to speech. */
    LIP_SYNC,
    /** Changing the expression of a face. */
    EXPRESSION,
    /** Making an adult face look like an adult of another age. */
    AGE,
    /** Moving a whole body. */
    FULL_BODY,
    /** Making new pictures or films of the person. */
    LIKENESS_IMAGE,
    /** Training a model on the person's material. */
    TRAINING;

    /** Returns whether the work is about a voice. */
    public boolean isVoice() {
        return this == VOICE_CLONE || this == VOICE_CONVERSION;
    }
}
