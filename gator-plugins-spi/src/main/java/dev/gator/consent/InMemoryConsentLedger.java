package dev.gator.consent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryConsentLedger implements ConsentLedger {

    private static final int LATEST = 10_000;

    private final Map<String, ConsentGrant> grants = new ConcurrentHashMap<>();
    private final Map<String, Revocation> revocations = new ConcurrentHashMap<>();
    private final Deque<ConsentDecision> decisions = new ArrayDeque<>();

    @Override
    public void issued(ConsentGrant grant) {
        grants.put(grant.id(), grant);
    }

    @Override
    public void revoked(Revocation revocation) {
        revocations.putIfAbsent(revocation.grantId(), revocation);
    }

    @Override
    public void decided(ConsentDecision decision) {
        synchronized (decisions) {
            if (decisions.size() == LATEST) {
                decisions.removeFirst();
            }
            decisions.addLast(decision);
        }
    }

    @Override
    public Optional<Revocation> revocation(String grantId) {
        return Optional.ofNullable(revocations.get(grantId));
    }
}
