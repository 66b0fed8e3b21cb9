package dev.gator.consent;

import dev.gator.call.Owner;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a grant says, apart from its proof and its ledger. */
record GrantFacts(
        String id,
        Subject subject,
        Owner holder,
        Set<ConsentScope> scopes,
        Set<Purpose> purposes,
        Set<String> channels,
        Set<String> territories,
        Instant start,
        Instant expiry,
        @Nullable String evidenceSha256,
        boolean livenessShown,
        @Nullable String replaces) {

    /** Returns why the facts alone refuse a use, if they do. */
    Optional<ConsentError> refusal(ConsentUse use, Instant now) {
        if (now.isBefore(start)) {
            return Optional.of(ConsentError.NOT_YET_VALID);
        }
        if (!now.isBefore(expiry)) {
            return Optional.of(ConsentError.EXPIRED);
        }
        if (!scopes.contains(use.scope())) {
            return Optional.of(ConsentError.SCOPE_NOT_GRANTED);
        }
        if (!purposes.contains(use.purpose())) {
            return Optional.of(ConsentError.PURPOSE_NOT_GRANTED);
        }
        if (outside(channels, use.channel())) {
            return Optional.of(ConsentError.CHANNEL_NOT_GRANTED);
        }
        return outside(territories, use.territory())
                ? Optional.of(ConsentError.TERRITORY_NOT_GRANTED)
                : Optional.empty();
    }

    private static boolean outside(Set<String> limits, Optional<String> wanted) {
        return !limits.isEmpty() && wanted.filter(limits::contains).isEmpty();
    }
}
