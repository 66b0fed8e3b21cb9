package dev.gator.call;

import dev.gator.error.Require;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is done or kept. Every store, cache and index has the owner in its key.
 *
 * @param tenant the customer of the application; {@code default} where there is only one
 * @param userId the tenant's user, or null for what belongs to the tenant as a whole
 */
public record Owner(String tenant, @Nullable String userId) {

    /** The owner where an application has one tenant and names no users. */
    public static final Owner DEFAULT = new Owner("default", null);

    /** Checks the ids. */
    public Owner {
        Require.length("tenant id", Require.text("tenant id", tenant), 1, 200);
        if (userId != null) {
            Require.length("user id", Require.text("user id", userId), 1, 200);
        }
    }

    /** Returns a tenant as a whole. */
    public static Owner tenant(String tenant) {
        return new Owner(tenant, null);
    }

    /** Returns a user of the default tenant. */
    public static Owner user(String user) {
        return new Owner(DEFAULT.tenant, user);
    }

    /** Returns a user of a tenant. */
    public static Owner of(String tenant, String user) {
        return new Owner(tenant, user);
    }

    /** Returns the user, if one is named. */
    public Optional<String> user() {
        return Optional.ofNullable(userId);
    }
}
