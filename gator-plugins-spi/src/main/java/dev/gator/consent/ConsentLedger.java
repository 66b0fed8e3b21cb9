package dev.gator.consent;

import java.util.Optional;

/**
 * The memory of consent: grants issued, permissions taken back, decisions made. Append-only and thread-safe; what it
 * throws shuts the gate. Processes that share grants share the ledger, so that a revocation holds everywhere.
 */
public interface ConsentLedger {

    /** Keeps the fact that a grant was issued. */
    void issued(ConsentGrant grant);

    /** Keeps the first revocation of a grant; later ones change nothing. */
    void revoked(Revocation revocation);

    /** Keeps a decision. */
    void decided(ConsentDecision decision);

    /** Returns the revocation of a grant, if there is one. */
    Optional<Revocation> revocation(String grantId);

    /** Returns a ledger that forgets with the process; keeps the latest 10,000 decisions. */
    static ConsentLedger inMemory() {
        return new InMemoryConsentLedger();
    }
}
