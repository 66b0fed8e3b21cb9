package dev.gator.media;

/** How fast a voice speaks. */
public enum VoiceSpeed {
    /** Slower than usual. */
    SLOW(0.8),
    /** As usual. */
    NORMAL(1.0),
    /** Faster than usual. */
    FAST(1.25);

    private final double factor;

    VoiceSpeed(double factor) {
        this.factor = factor;
    }

    /** Returns how many times the usual speed it is. */
    public double factor() {
        return factor;
    }
}
