package dev.gator.media;

/** How the camera moves. */
public enum CameraMove {
    /** Not at all. */
    STILL,
    /** To the left; what is seen moves right. */
    PAN_LEFT,
    /** To the right; what is seen moves left. */
    PAN_RIGHT,
    /** Upwards. */
    TILT_UP,
    /** Downwards. */
    TILT_DOWN,
    /** Closer. */
    ZOOM_IN,
    /** Farther away. */
    ZOOM_OUT,
    /** Around its axis, clockwise. */
    ROTATE_CLOCKWISE,
    /** Around its axis, counter-clockwise. */
    ROTATE_COUNTERCLOCKWISE
}
