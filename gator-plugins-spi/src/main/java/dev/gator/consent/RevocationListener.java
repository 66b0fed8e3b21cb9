package dev.gator.consent;

import java.util.List;

/**
 * Whoever keeps something made under a grant: voices, embeddings, adapters, queued jobs. Called once for each revocation,
 * after the ledger knows of it, on the revoking thread.
 */
@FunctionalInterface
public interface RevocationListener {

    /**
     * Deletes, cancels and blocks what it keeps.
     *
     * @return one line for each thing it did or found to have been made, without secrets
     */
    List<String> revoked(Revocation revocation);
}
