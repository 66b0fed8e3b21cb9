package dev.gator.consent;

import dev.gator.call.CallContext;
import dev.gator.error.Require;

/**
 * The application's own way to find out whether a person really agreed: a signed form checked by a clerk, an identity
 * service, a phrase compared with the samples. Implementations are thread-safe; what they throw means no.
 */
@FunctionalInterface
public interface ConsentVerifier {

    /** Examines the request. */
    Finding verify(ConsentRequest request, CallContext context);

    /** What the verifier found. */
    sealed interface Finding {}

    /**
     * The person agreed.
     *
     * @param adult whether the person is known to be an adult
     * @param publicFigure whether the person is widely known
     * @param liveness whether the person was there
     */
    record Approved(boolean adult, boolean publicFigure, Liveness liveness) implements Finding {}

    /**
     * The person did not agree, or it cannot be told.
     *
     * @param reason what is missing, in words that may be shown
     */
    record Denied(String reason) implements Finding {

        /** Checks that there is a reason. */
        public Denied {
            Require.text("reason of a denial", reason);
        }
    }
}
