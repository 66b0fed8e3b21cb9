package dev.gator.provider.http;

import dev.gator.call.CallContext;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Tells why a connection failed. Messages name the provider and the kind of trouble, never an address's path or a key. */
final class Failures {

    private Failures() {}

    /** Returns the error for a failure before the answer's head was there. */
    static GatorException connecting(Target target, CallContext context, IOException e) {
        if (e instanceof SSLException) {
            return new GatorException(
                    ProviderError.TLS_FAILED, target + ": " + e.getClass().getSimpleName(), e);
        }
        if (e instanceof UnknownHostException
                || e instanceof ConnectException
                || e instanceof NoRouteToHostException
                || e instanceof PortUnreachableException
                || e instanceof SocketTimeoutException) {
            return new GatorException(ProviderError.UNREACHABLE, target + ": " + reason(e), e);
        }
        return reading(target, context, e);
    }

    /** Returns the error for a failure while the answer was read. */
    static GatorException reading(Target target, CallContext context, IOException e) {
        if (context.cancellation().isCancelled()) {
            return new GatorException(CallError.CANCELLED, "the call was cancelled", e);
        }
        if (e instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return new GatorException(CallError.INTERRUPTED, "the thread was interrupted while it waited", e);
        }
        if (e instanceof ProtocolException && !isCut(e)) {
            return new GatorException(ProviderError.MALFORMED_ANSWER, target + " does not speak HTTP as expected", e);
        }
        return new GatorException(
                ProviderError.CONNECTION_LOST, target + ": " + (isCut(e) ? "the answer was cut off" : reason(e)), e);
    }

    static boolean isCut(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof EOFException
                || message.startsWith("unexpected end of stream")
                || message.startsWith("stream was reset");
    }

    private static String reason(IOException e) {
        return e instanceof UnknownHostException
                ? "the host is unknown"
                : e instanceof SocketTimeoutException
                        ? "no connection in time"
                        : e.getClass().getSimpleName();
    }
}
