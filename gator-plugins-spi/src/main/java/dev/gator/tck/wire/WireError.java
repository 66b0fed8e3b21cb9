package dev.gator.tck.wire;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong on the test's own side of the wire. */
public enum WireError implements ErrorCode {
    /** The loopback socket could not be opened. */
    NO_SOCKET("GATOR-WIR-001", ErrorCategory.CONFIGURATION, "check that the machine allows loopback sockets"),
    /** A request was expected and none came. */
    NO_REQUEST("GATOR-WIR-002", ErrorCategory.NOT_FOUND, "check that the client calls the server's url()"),
    /** The certificate for a TLS server could not be made. */
    NO_CERTIFICATE("GATOR-WIR-003", ErrorCategory.CONFIGURATION, "run on a JDK that has bin/keytool"),
    /** A file of recordings is missing or not in the format that the recorder writes. */
    BAD_RECORDING("GATOR-WIR-004", ErrorCategory.CONFIGURATION, "record the exchange again"),
    /** A replayed server was asked something that was not recorded. */
    NOT_RECORDED("GATOR-WIR-005", ErrorCategory.NOT_FOUND, "record the exchange, or correct what the client sends"),
    /** An exchange could not be recorded. */
    NOT_STORED("GATOR-WIR-006", ErrorCategory.STORAGE, "check that the directory can be written");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    WireError(String id, ErrorCategory category, String remedy) {
        this.id = id;
        this.category = category;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
