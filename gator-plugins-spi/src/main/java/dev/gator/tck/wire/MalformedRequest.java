package dev.gator.tck.wire;

import java.io.IOException;

/** The client does not speak HTTP/1.1. */
final class MalformedRequest extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedRequest(String what) {
        super(what);
    }
}
