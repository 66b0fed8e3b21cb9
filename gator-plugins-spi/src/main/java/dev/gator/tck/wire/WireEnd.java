package dev.gator.tck.wire;

import java.io.IOException;

/** The end of a connection, either as the script says or because the client closed it. */
final class WireEnd extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean byClient;

    private WireEnd(String message, boolean byClient) {
        super(message);
        this.byClient = byClient;
    }

    static WireEnd byClient() {
        return new WireEnd("the client closed the connection", true);
    }

    static WireEnd scripted() {
        return new WireEnd("the script ends the connection", false);
    }

    boolean isByClient() {
        return byClient;
    }
}
