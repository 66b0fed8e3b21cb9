package dev.gator.media;

import dev.gator.error.Require;

/**
 * The size of a picture or film in pixels.
 *
 * @param width 64 to 8,192
 * @param height 64 to 8,192
 */
public record FrameSize(int width, int height) {

    /** 1920 by 1080. */
    public static final FrameSize FULL_HD = new FrameSize(1920, 1080);
    /** 1280 by 720. */
    public static final FrameSize HD = new FrameSize(1280, 720);
    /** 3840 by 2160. */
    public static final FrameSize ULTRA_HD = new FrameSize(3840, 2160);
    /** 1080 by 1920, upright. */
    public static final FrameSize REEL = new FrameSize(1080, 1920);

    /** Checks the numbers. */
    public FrameSize {
        Require.range("frame width", width, 64, 8_192);
        Require.range("frame height", height, 64, 8_192);
    }

    /** Returns a size with equal sides. */
    public static FrameSize square(int side) {
        return new FrameSize(side, side);
    }

    /** Returns whether it is higher than wide. */
    public boolean isUpright() {
        return height > width;
    }

    /** Returns {@code 1920x1080}. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
