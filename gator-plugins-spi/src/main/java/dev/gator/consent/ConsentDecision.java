package dev.gator.consent;

import dev.gator.call.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * One opening or staying shut of the gate, for the audit.
 *
 * @param at when
 * @param asked who asked
 * @param grantId with which grant
 * @param use for what
 * @param refusal why it stayed shut; empty if it opened
 */
public record ConsentDecision(
        Instant at, Owner asked, String grantId, ConsentUse use, Optional<ConsentError> refusal) {}
