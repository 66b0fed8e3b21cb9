package dev.gator.consent;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.secret.Secret;
import dev.gator.tck.store.SteppedClock;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ConsentTest {

    private static final Attachment.Bytes FORM = Attachment.of(new byte[] {1, 2, 3}, MediaType.PDF);
    private static final Secret KEY = Secret.of("a-key-of-at-least-thirty-two-characters");
    private static final ConsentUse SPEAK_IN_ADS = ConsentUse.of(ConsentScope.VOICE_CLONE, Purpose.ADVERTISING);

    private final SteppedClock time = SteppedClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final Book ledger = new Book();
    private final CallContext context = CallContext.create().withTime(time).withOwner(Owner.of("acme", "eve"));
    private final Liveness shown = new Liveness.Shown(0.95, 0.9, time.now());
    private ConsentVerifier.Finding finding = new ConsentVerifier.Approved(true, false, shown);
    private final ConsentIssuer issuer = ConsentIssuer.of((request, c) -> finding, ledger, KEY);

    @Test
    void aGrantHoldsWhatWasAskedFor() {
        ConsentGrant grant = issuer.issue(request().replaces("old").build(), context);
        assertEquals(Subject.person("ana", "Ana Ruiz"), grant.subject());
        assertEquals(Set.of(ConsentScope.VOICE_CLONE), grant.scopes());
        assertEquals(time.now().plus(Duration.ofDays(180)), grant.expiry());
        assertEquals(Optional.of(FORM.sha256()), grant.evidenceSha256());
        assertEquals(Optional.of("old"), grant.replaces());
        assertTrue(grant.livenessShown() && grant.covers(ConsentScope.VOICE_CLONE));
        assertFalse(grant.toString().contains("Ana"));
        assertDoesNotThrow(() -> grant.check(ConsentScope.VOICE_CLONE, Purpose.ADVERTISING, time));
        assertDoesNotThrow(() -> grant.check(SPEAK_IN_ADS, context));
    }

    @Test
    void aGrantIsNarrow() {
        ConsentGrant grant = issuer.issue(
                request().channels("Instagram").territories("ch", "DE").build(), context);
        ConsentUse whole = SPEAK_IN_ADS.on("instagram").in("CH");
        assertDoesNotThrow(() -> grant.check(whole, context));
        assertRefused(
                ConsentError.SCOPE_NOT_GRANTED,
                () -> grant.check(ConsentUse.of(ConsentScope.LIP_SYNC, Purpose.ADVERTISING), context));
        assertRefused(
                ConsentError.PURPOSE_NOT_GRANTED,
                () -> grant.check(ConsentScope.VOICE_CLONE, Purpose.ENTERTAINMENT, time));
        assertRefused(ConsentError.CHANNEL_NOT_GRANTED, () -> grant.check(whole.on("tiktok"), context));
        assertRefused(ConsentError.CHANNEL_NOT_GRANTED, () -> grant.check(SPEAK_IN_ADS, context));
        assertRefused(ConsentError.TERRITORY_NOT_GRANTED, () -> grant.check(whole.in("FR"), context));
        assertRefused(ConsentError.TERRITORY_NOT_GRANTED, () -> grant.check(SPEAK_IN_ADS.on("instagram"), context));
        assertRefused(ConsentError.OTHER_HOLDER, () -> grant.check(whole, context.withOwner(Owner.of("rival", "eve"))));
        assertRefused(ConsentError.OTHER_SUBJECT, () -> grant.requireSubject("bob"));
    }

    @Test
    void aGrantBeginsAndEnds() {
        ConsentGrant grant = issuer.issue(
                request()
                        .start(time.now().plusSeconds(10))
                        .life(Duration.ofDays(1))
                        .build(),
                context);
        assertRefused(ConsentError.NOT_YET_VALID, () -> grant.check(SPEAK_IN_ADS, context));
        time.advance(Duration.ofSeconds(10));
        assertDoesNotThrow(() -> grant.check(SPEAK_IN_ADS, context));
        time.advance(Duration.ofDays(1));
        assertRefused(ConsentError.EXPIRED, () -> grant.check(SPEAK_IN_ADS, context));
    }

    @Test
    void revocationHoldsAtOnceForEveryCopy() {
        ConsentGrant grant = issuer.issue(request().build(), context);
        ConsentGrant copy = issuer.restore(grant.text());
        issuer.onRevocation(r -> {
            throw new GatorException(CallError.CLOSED, "cannot delete");
        });
        issuer.onRevocation(r -> List.of("deleted voice of " + r.subjectId()));
        RevocationReport report = issuer.revoke(grant, "changed my mind", context);
        assertEquals(List.of("deleted voice of ana"), report.done());
        assertFalse(report.isComplete());
        assertRefused(ConsentError.REVOKED, () -> grant.check(SPEAK_IN_ADS, context));
        assertRefused(ConsentError.REVOKED, () -> copy.check(SPEAK_IN_ADS, context));
        assertEquals("changed my mind", copy.revocation().orElseThrow().reason());
    }

    @Test
    void onlyTheHoldersTenantIssuesAndRevokes() {
        CallContext rival = context.withOwner(Owner.tenant("rival"));
        ConsentGrant grant = issuer.issue(request().build(), context);
        assertRefused(ConsentError.OTHER_HOLDER, () -> issuer.issue(request().build(), rival));
        assertRefused(ConsentError.OTHER_HOLDER, () -> issuer.revoke(grant, "mischief", rival));
    }

    @Test
    void textsAreSigned() {
        ConsentGrant grant = issuer.issue(request().channels("tv").build(), context);
        assertEquals(grant, issuer.restore(grant.text()));
        ConsentIssuer other = ConsentIssuer.of((r, c) -> finding, ledger, Secret.of("x".repeat(32)));
        assertRefused(ConsentError.UNKNOWN_GRANT, () -> other.restore(grant.text()));
        assertRefused(ConsentError.UNKNOWN_GRANT, () -> issuer.restore("e30." + grant.text()));
        assertRefused(ConsentError.UNKNOWN_GRANT, () -> issuer.restore(""));
        for (Subject subject : List.of(
                Subject.self("u", "Uma"),
                Subject.estate("e", "Eli", "Lou"),
                Subject.persona("p", "Pia", "0".repeat(64)))) {
            ConsentGrant one = issuer.issue(request(subject).build(), context);
            assertEquals(subject, issuer.restore(one.text()).subject());
        }
    }

    @Test
    void theVerifierAndTheRulesDecide() {
        finding = new ConsentVerifier.Denied("signature differs");
        assertRefused(ConsentError.NOT_APPROVED, () -> issuer.issue(request().build(), context));
        finding = new ConsentVerifier.Approved(false, false, shown);
        assertRefused(ConsentError.NOT_AN_ADULT, () -> issuer.issue(request().build(), context));
        finding = new ConsentVerifier.Approved(true, false, new Liveness.NotShown("another voice"));
        assertRefused(
                ConsentError.LIVENESS_NOT_SHOWN, () -> issuer.issue(request().build(), context));
        finding = new ConsentVerifier.Approved(true, true, shown);
        assertRefused(ConsentError.PUBLIC_FIGURE, () -> issuer.issue(request().build(), context));
        assertDoesNotThrow(() -> issuer.issue(request(Subject.self("me", "Me")).build(), context));
        assertRefused(
                ConsentError.EVIDENCE_MISSING,
                () -> issuer.issue(bare(Subject.person("ana", "Ana")).build(), context));
        assertEquals(1, ledger.issued.size());
    }

    @Test
    void everyDecisionIsKept() {
        ConsentGrant grant = issuer.issue(request().build(), context);
        grant.check(SPEAK_IN_ADS, context);
        assertThrows(
                GatorException.class, () -> grant.check(ConsentUse.of(ConsentScope.AGE, Purpose.ADVERTISING), context));
        assertEquals(
                List.of(Optional.empty(), Optional.of(ConsentError.SCOPE_NOT_GRANTED)),
                ledger.decisions.stream().map(ConsentDecision::refusal).toList());
    }

    @Test
    void nobodyElseCanMakeAGrantAndNoSubjectIsUnknown() {
        assertTrue(Modifier.isFinal(ConsentGrant.class.getModifiers()));
        assertTrue(Arrays.stream(ConsentGrant.class.getDeclaredConstructors())
                .noneMatch(c -> Modifier.isPublic(c.getModifiers()) || Modifier.isProtected(c.getModifiers())));
        assertEquals(
                Set.of("SyntheticPersona", "Self", "ConsentedPerson", "Estate"),
                Set.copyOf(Arrays.stream(Subject.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList()));
    }

    @Test
    void badRequestsAreRefused() {
        ConsentRequest.Builder request = bare(Subject.self("me", "Me"));
        assertRefused(CallError.BAD_ARGUMENT, () -> request.life(Duration.ofDays(2000)));
        assertRefused(CallError.BAD_ARGUMENT, () -> request.territories("Switzerland"));
        assertRefused(CallError.BAD_ARGUMENT, () -> request.channels(" "));
        assertRefused(CallError.BAD_ARGUMENT, () -> Subject.person("", "Ana"));
        assertRefused(CallError.BAD_ARGUMENT, () -> Subject.persona("p", "Pia", "abc"));
        assertRefused(CallError.BAD_ARGUMENT, () -> new Liveness.Recording("phrase", FORM));
        assertRefused(CallError.BAD_ARGUMENT, () -> ConsentIssuer.of((r, c) -> finding, ledger, Secret.of("short")));
        assertRefused(CallError.BAD_ARGUMENT, () -> ConsentRequest.about(Subject.self("me", "Me"), Owner.DEFAULT)
                .build());
    }

    private ConsentRequest.Builder request() {
        return request(Subject.person("ana", "Ana Ruiz"));
    }

    private ConsentRequest.Builder request(Subject subject) {
        return bare(subject).evidence(FORM);
    }

    private static ConsentRequest.Builder bare(Subject subject) {
        return ConsentRequest.about(subject, Owner.of("acme", "eve"))
                .scopes(ConsentScope.VOICE_CLONE)
                .purposes(Purpose.ADVERTISING);
    }

    private static void assertRefused(ErrorCode code, Executable action) {
        assertEquals(code, assertThrows(GatorException.class, action).code());
    }

    private static final class Book implements ConsentLedger {
        private final ConsentLedger memory = ConsentLedger.inMemory();
        private final List<ConsentGrant> issued = new ArrayList<>();
        private final List<ConsentDecision> decisions = new ArrayList<>();

        @Override
        public void issued(ConsentGrant grant) {
            issued.add(grant);
            memory.issued(grant);
        }

        @Override
        public void revoked(Revocation revocation) {
            memory.revoked(revocation);
        }

        @Override
        public void decided(ConsentDecision decision) {
            decisions.add(decision);
            memory.decided(decision);
        }

        @Override
        public Optional<Revocation> revocation(String grantId) {
            return memory.revocation(grantId);
        }
    }
}
