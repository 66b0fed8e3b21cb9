package dev.gator.provider.http;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.provider.ProviderHealth;
import java.time.Duration;
import java.util.function.Function;

/** Asks a service how it is. */
public final class HealthProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private HealthProbe() {}

    /**
     * Returns how the service behind the endpoint is; never throws. {@code question} asks it something that costs nothing
     * and returns what was found.
     */
    public static ProviderHealth ask(Endpoint endpoint, CallContext context, Function<CallContext, String> question) {
        long begun = context.time().nanos();
        ProviderHealth.State state;
        String detail;
        if (!endpoint.isConfigured()) {
            state = ProviderHealth.State.NOT_CONFIGURED;
            detail = "no address, or no key in " + endpoint.keyName();
        } else {
            try {
                detail = question.apply(context.withTimeout(PATIENCE));
                state = ProviderHealth.State.HEALTHY;
            } catch (GatorException e) {
                state = ProviderHealth.State.UNHEALTHY;
                detail = e.code().id() + " " + e.detail();
            }
        }
        Duration took = Duration.ofNanos(context.time().nanos() - begun);
        return new ProviderHealth(endpoint.provider(), state, detail, took);
    }
}
