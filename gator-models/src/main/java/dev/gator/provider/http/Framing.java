package dev.gator.provider.http;

import java.io.IOException;

/** Cuts a stream of bytes into events. */
interface Framing {

    /** Goes to the next event; returns false at the end. An event that the end cuts off does not count. */
    boolean next() throws IOException;

    /** Returns where the data of the event begin in the window's bytes. */
    int dataFrom();

    /** Returns where the data of the event end. */
    int dataTo();

    /** Returns the name of the event, or an empty text. */
    String eventName();

    /** Returns where the whole event began, or -1 if its bytes in the window are no longer as they came. */
    int frameFrom();

    /** Returns whether the next byte in the window begins an event. */
    boolean atFrameStart();
}
