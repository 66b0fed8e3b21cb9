package dev.gator.guard;

/** How explicit content may be, strictest first. */
public enum ContentRating {
    /** For everybody, anywhere. */
    SFW,
    /** Suggestive at most. */
    MODERATE,
    /** For adults who asked for it. */
    NSFW;

    /** Returns the stricter of the two. */
    public ContentRating stricter(ContentRating other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Returns whether content of this rating may appear where {@code most} is allowed. */
    public boolean fits(ContentRating most) {
        return compareTo(most) <= 0;
    }
}
