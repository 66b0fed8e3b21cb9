package dev.gator.consent;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.error.GatorException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The permission of one subject, for few kinds of work, for few purposes, until an end. Made by a {@link ConsentIssuer}
 * only; immutable and thread-safe.
 *
 * <p>Engines call {@link #check(ConsentUse, CallContext)} before each use. It asks the ledger every time, so a grant that
 * was taken back stops working at once, everywhere.
 */
public final class ConsentGrant {

    private final GrantFacts facts;
    private final String proof;
    private final ConsentLedger ledger;

    ConsentGrant(GrantFacts facts, String proof, ConsentLedger ledger) {
        this.facts = facts;
        this.proof = proof;
        this.ledger = ledger;
    }

    /** Returns the id of the grant, which says nothing about the person. */
    public String id() {
        return facts.id();
    }

    /** Returns whose voice or face it is. */
    public Subject subject() {
        return facts.subject();
    }

    /** Returns who holds the grant. */
    public Owner holder() {
        return facts.holder();
    }

    /** Returns the kinds of work it allows. */
    public Set<ConsentScope> scopes() {
        return facts.scopes();
    }

    /** Returns the purposes it allows. */
    public Set<Purpose> purposes() {
        return facts.purposes();
    }

    /** Returns the channels it is limited to; empty for no limit. */
    public Set<String> channels() {
        return facts.channels();
    }

    /** Returns the countries it is limited to; empty for no limit. */
    public Set<String> territories() {
        return facts.territories();
    }

    /** Returns when it begins. */
    public Instant start() {
        return facts.start();
    }

    /** Returns when it ends. */
    public Instant expiry() {
        return facts.expiry();
    }

    /** Returns the SHA-256 of the signed form, if one was needed. */
    public Optional<String> evidenceSha256() {
        return Optional.ofNullable(facts.evidenceSha256());
    }

    /** Returns whether the person was shown to be there when it was issued. */
    public boolean livenessShown() {
        return facts.livenessShown();
    }

    /** Returns the id of the grant that this one continues, if any. */
    public Optional<String> replaces() {
        return Optional.ofNullable(facts.replaces());
    }

    /** Returns the revocation, if the permission was taken back. */
    public Optional<Revocation> revocation() {
        return ledger.revocation(id());
    }

    /** Returns whether the grant names this kind of work; says nothing about purpose, time or revocation. */
    public boolean covers(ConsentScope scope) {
        return facts.scopes().contains(scope);
    }

    /**
     * Opens the gate for one use of the holder's own, or refuses; either way the ledger keeps the decision.
     *
     * @throws GatorException with a {@link ConsentError}
     */
    public void check(ConsentScope scope, Purpose purpose, TimeSource time) {
        decide(ConsentUse.of(scope, purpose), holder(), time);
    }

    /**
     * Opens the gate for one use by the context's owner at the context's time, or refuses; either way the ledger keeps
     * the decision.
     *
     * @throws GatorException with a {@link ConsentError}
     */
    public void check(ConsentUse use, CallContext context) {
        decide(use, context.owner(), context.time());
    }

    /** Refuses unless the grant is about that subject. */
    public void requireSubject(String subjectId) {
        if (!subject().id().equals(subjectId)) {
            throw new GatorException(
                    ConsentError.OTHER_SUBJECT, "grant " + id() + " is about another subject than " + subjectId);
        }
    }

    /**
     * Returns the grant as text, to be kept beside a job and read by {@link ConsentIssuer#restore}. It is signed, not
     * secret, but it names the subject.
     */
    public String text() {
        return GrantText.encode(facts) + "." + proof;
    }

    private void decide(ConsentUse use, Owner asked, TimeSource time) {
        Instant now = time.now();
        Optional<ConsentError> refusal = refusal(use, asked, now);
        ledger.decided(new ConsentDecision(now, asked, id(), use, refusal));
        refusal.ifPresent(code -> {
            throw new GatorException(code, describe(code, use));
        });
    }

    private Optional<ConsentError> refusal(ConsentUse use, Owner asked, Instant now) {
        if (!asked.tenant().equals(holder().tenant())) {
            return Optional.of(ConsentError.OTHER_HOLDER);
        }
        if (revocation().isPresent()) {
            return Optional.of(ConsentError.REVOKED);
        }
        return facts.refusal(use, now);
    }

    private String describe(ConsentError code, ConsentUse use) {
        return switch (code) {
            case OTHER_HOLDER -> "grant " + id() + " belongs to another tenant";
            case EXPIRED -> "grant " + id() + " ended at " + expiry();
            case NOT_YET_VALID -> "grant " + id() + " begins at " + start();
            case SCOPE_NOT_GRANTED -> "grant " + id() + " allows " + scopes() + ", not " + use.scope();
            case PURPOSE_NOT_GRANTED -> "grant " + id() + " is for " + purposes() + ", not " + use.purpose();
            case CHANNEL_NOT_GRANTED ->
                "grant " + id() + " is for the channels " + channels() + ", not "
                        + use.channel().orElse("an unnamed one");
            case TERRITORY_NOT_GRANTED ->
                "grant " + id() + " is for the countries " + territories() + ", not "
                        + use.territory().orElse("an unnamed one");
            default -> "grant " + id() + " was revoked";
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConsentGrant that && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    /** Returns id, scopes and end, never the person. */
    @Override
    public String toString() {
        return "ConsentGrant[" + id() + ", " + scopes() + ", until " + expiry() + "]";
    }
}
