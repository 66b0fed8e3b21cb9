package dev.gator.consent;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The only maker of grants. It asks the application's verifier, applies the rules that no verifier can lift (adults only,
 * a living person shows to be present, evidence where somebody else signs, public figures speak for themselves), signs
 * the grant and writes it to the ledger. Thread-safe.
 */
public final class ConsentIssuer {

    private final ConsentVerifier verifier;
    private final ConsentLedger ledger;
    private final Secret key;
    private final List<RevocationListener> listeners = new CopyOnWriteArrayList<>();

    private ConsentIssuer(ConsentVerifier verifier, ConsentLedger ledger, Secret key) {
        this.verifier = verifier;
        this.ledger = ledger;
        this.key = key;
    }

    /**
     * Returns an issuer.
     *
     * @param key signs grants, at least 32 characters; processes that restore each other's grants share it
     */
    public static ConsentIssuer of(ConsentVerifier verifier, ConsentLedger ledger, Secret key) {
        Require.that(key.reveal().length() >= 32, "the key that signs grants has fewer than 32 characters");
        return new ConsentIssuer(verifier, ledger, key);
    }

    /** Adds somebody who keeps things made under grants. */
    public void onRevocation(RevocationListener listener) {
        listeners.add(listener);
    }

    /**
     * Issues a grant if the verifier approves and the rules allow it.
     *
     * @throws GatorException with a {@link ConsentError}; nothing was issued
     */
    public ConsentGrant issue(ConsentRequest request, CallContext context) {
        if (!request.holder().tenant().equals(context.owner().tenant())) {
            throw new GatorException(ConsentError.OTHER_HOLDER, "the request is for another tenant than the caller's");
        }
        if (request.subject().needsEvidence() && request.evidence().isEmpty()) {
            throw new GatorException(
                    ConsentError.EVIDENCE_MISSING,
                    "the request about " + request.subject().id() + " has no evidence");
        }
        ConsentVerifier.Finding finding = verifier.verify(request, context);
        if (finding instanceof ConsentVerifier.Denied denied) {
            throw new GatorException(ConsentError.NOT_APPROVED, "the verifier said no: " + denied.reason());
        }
        ConsentVerifier.Approved approved = (ConsentVerifier.Approved) finding;
        applyRules(request.subject(), approved);
        GrantFacts facts = facts(request, approved, context.time().now());
        ConsentGrant grant = new ConsentGrant(facts, sign(GrantText.encode(facts)), ledger);
        ledger.issued(grant);
        return grant;
    }

    /**
     * Reads a grant that {@link ConsentGrant#text()} wrote. A grant that has ended or was revoked can be read, not used.
     *
     * @throws GatorException UNKNOWN_GRANT if the text is not exactly what this issuer's key signed
     */
    public ConsentGrant restore(String text) {
        int dot = text.indexOf('.');
        String encoded = dot < 0 ? "" : text.substring(0, dot);
        String proof = text.substring(dot + 1);
        boolean genuine = MessageDigest.isEqual(
                sign(encoded).getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8));
        if (!genuine) {
            throw new GatorException(ConsentError.UNKNOWN_GRANT, "the text is not a grant of this issuer");
        }
        return new ConsentGrant(GrantText.decode(encoded), proof, ledger);
    }

    /** Takes a permission back, then lets every listener clean up; one that fails does not stop the others. */
    public RevocationReport revoke(ConsentGrant grant, String reason, CallContext context) {
        if (!grant.holder().tenant().equals(context.owner().tenant())) {
            throw new GatorException(ConsentError.OTHER_HOLDER, "grant " + grant.id() + " belongs to another tenant");
        }
        Revocation revocation =
                new Revocation(grant.id(), grant.subject().id(), context.time().now(), reason);
        ledger.revoked(revocation);
        List<String> done = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (RevocationListener listener : listeners) {
            try {
                done.addAll(listener.revoked(revocation));
            } catch (RuntimeException e) {
                failed.add(String.valueOf(e.getMessage()));
            }
        }
        return new RevocationReport(revocation, done, failed);
    }

    private static void applyRules(Subject subject, ConsentVerifier.Approved approved) {
        if (!approved.adult()) {
            throw new GatorException(ConsentError.NOT_AN_ADULT, "the subject is not known to be an adult");
        }
        if (approved.publicFigure() && !(subject instanceof Subject.Self)) {
            throw new GatorException(
                    ConsentError.PUBLIC_FIGURE, "the subject is a public figure and did not ask itself");
        }
        if (subject.isLiving() && !approved.liveness().isShown()) {
            String why = approved.liveness() instanceof Liveness.NotShown missing ? missing.reason() : "not shown";
            throw new GatorException(ConsentError.LIVENESS_NOT_SHOWN, "liveness of " + subject.id() + ": " + why);
        }
    }

    private static GrantFacts facts(ConsentRequest request, ConsentVerifier.Approved approved, Instant now) {
        Instant start = request.start().filter(now::isBefore).orElse(now);
        return new GrantFacts(
                UUID.randomUUID().toString(),
                request.subject(),
                request.holder(),
                request.scopes(),
                request.purposes(),
                request.channels(),
                request.territories(),
                start,
                start.plus(request.life()),
                request.evidence().map(form -> form.sha256()).orElse(null),
                approved.liveness().isShown(),
                request.replaces().orElse(null));
    }

    private String sign(String encoded) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(encoded.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JVM has HmacSHA256", e);
        }
    }
}
