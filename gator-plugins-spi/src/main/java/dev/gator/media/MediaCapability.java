package dev.gator.media;

/** What a media model can do beyond the bare minimum. */
public enum MediaCapability {
    /** Repeats a result for the same seed. */
    SEED,
    /** Knows what should not appear. */
    NEGATIVE_PROMPT,
    /** Makes several results in one call. */
    SEVERAL,
    /** Is guided by pictures. */
    REFERENCE_IMAGE,
    /** Makes transparent backgrounds. */
    TRANSPARENCY,
    /** Repaints a part of a picture. */
    INPAINT,
    /** Extends a picture. */
    OUTPAINT,
    /** Varies a picture. */
    VARIATION,
    /** Enlarges a picture. */
    UPSCALE,
    /** Follows edges, depth or a pose. */
    CONTROL,
    /** Cuts the background away. */
    REMOVE_BACKGROUND,
    /** Begins a film with a given picture. */
    FIRST_FRAME,
    /** Ends a film with a given picture. */
    LAST_FRAME,
    /** Moves the camera as told. */
    CAMERA,
    /** Makes films with sound. */
    SOUND,
    /** Speaks higher or lower. */
    PITCH,
    /** Speaks faster or slower. */
    SPEED,
    /** Speaks with feeling. */
    EMOTION,
    /** Tells the time of each word. */
    WORD_TIMINGS,
    /** Tells speakers apart. */
    SPEAKERS,
    /** Sings given words. */
    LYRICS,
    /** Stops a job that runs. */
    CANCEL
}
