package dev.gator.rag.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.content.Language;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.studio.document.FieldDiff.Kind;
import dev.gator.rag.studio.document.FieldDiff.Piece;
import dev.gator.store.KeyValueStore;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import dev.gator.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScriptDocumentsTest {

    private static final ReelScript SCRIPT = new ReelScript(
            "Where did the hour go?",
            "Your day is full. Use the ten minutes you have.",
            "Start today.",
            "For everyone who has ten minutes.",
            List.of("#One", "#Two", "#Three"));
    private static final ReelScript BETTER = new ReelScript(
            "Where did the whole hour go?", SCRIPT.body(), SCRIPT.cta(), SCRIPT.caption(), SCRIPT.hashtags());

    private final ManualTime time = ManualTime.create();
    private final KeyValueStore store = KeyValueStore.inMemory(time);
    private final ScriptDocuments all = ScriptDocuments.over(store, time);
    private final ScriptDocuments ann = all.as(Owner.of("acme", "ann"));
    private final ScriptDocuments bob = all.as(Owner.of("acme", "bob"));
    private final ScriptDocuments eve = all.as(Owner.of("other", "ann"));

    @Test
    void aDocumentGoesFromDraftToApprovalWithItsPast() {
        ScriptDocument document = ann.create("Spring reel", Language.EN, SCRIPT);
        document = ann.share(document, "bob", Access.REVIEW);
        time.advance(Duration.ofHours(1));
        document = ann.revise(document, BETTER, "warmer");
        document = ann.submit(document);
        document = bob.comment(bob.find(document.id()).orElseThrow(), ReelField.HOOK, 10, 13, "Needed?");
        document = bob.reject(document, "The hook is long.");
        assertEquals(DocumentState.REJECTED, document.state());
        document = ann.revise(ann.resolve(document, 1), SCRIPT, "as it was");
        document = bob.approve(ann.submit(document));

        ScriptDocument kept = ann.find(document.id()).orElseThrow();
        assertEquals(kept, document);
        assertEquals(3, kept.approved().orElseThrow().number());
        assertEquals("the", kept.quote(kept.comments().get(0)));
        assertTrue(kept.comments().get(0).resolved());
        assertEquals(
                List.of(
                        "CREATED",
                        "SHARED",
                        "REVISED",
                        "SUBMITTED",
                        "COMMENTED",
                        "REJECTED",
                        "RESOLVED",
                        "REVISED",
                        "SUBMITTED",
                        "APPROVED"),
                kept.history().stream().map(change -> change.action().name()).toList());
        assertEquals(
                "2026-01-01T01:00:00Z bob REJECTED The hook is long.",
                kept.history().get(5).toString());
        assertEquals(SCRIPT, kept.version(1).orElseThrow().script());
    }

    @Test
    void versionsAreComparedWordByWord() {
        ScriptDocument document = ann.revise(ann.create("Reel", Language.EN, SCRIPT), BETTER, "");

        assertEquals(
                List.of(new FieldDiff(
                        ReelField.HOOK,
                        List.of(
                                new Piece(Kind.KEPT, "Where did the"),
                                new Piece(Kind.ADDED, "whole"),
                                new Piece(Kind.KEPT, "hour go?")))),
                document.diff(1, 2));
        assertEquals(Kind.REMOVED, document.diff(2, 1).get(0).pieces().get(1).kind());
        assertEquals(List.of(), document.diff(2, 2));
        assertThrows(GatorException.class, () -> document.diff(1, 3));
    }

    @Test
    void whatIsNotSharedDoesNotExistForOthers() {
        ScriptDocument document = ann.create("Secret", Language.EN, SCRIPT);

        assertTrue(bob.find(document.id()).isEmpty());
        refused(StoreError.NOT_FOUND, () -> bob.revise(document, BETTER, ""));
        refused(StoreError.NOT_FOUND, () -> bob.delete(document));
        ScriptDocument shared = ann.shareWithAll(document, Access.READ);
        assertEquals(SCRIPT, bob.find(document.id()).orElseThrow().script());
        assertEquals(
                List.of(document.id()), bob.sharedWithAll(PageRequest.first(5)).items());
        assertTrue(eve.find(document.id()).isEmpty());

        ann.unshare(shared);

        assertTrue(bob.find(document.id()).isEmpty());
        assertEquals(List.of(), bob.sharedWithAll(PageRequest.first(5)).items());
    }

    @Test
    void aPointerThatWasLeftBehindOpensNothing() {
        ScriptDocument document = ann.create("Secret", Language.EN, SCRIPT);

        store.put(Owner.of("acme", "bob"), "reel-shared/" + document.id(), "ann");

        assertTrue(bob.find(document.id()).isEmpty());
    }

    @Test
    void everyAccessAllowsWhatItSaysAndNoMore() {
        ScriptDocument document = ann.create("Reel", Language.EN, SCRIPT);
        ScriptDocument read = ann.share(document, "bob", Access.READ);
        refused(StudioError.NOT_ALLOWED, () -> bob.comment(read, ReelField.HOOK, 0, 5, "No"));
        ScriptDocument comment = ann.share(read, "bob", Access.COMMENT);
        ScriptDocument commented = bob.comment(comment, ReelField.HOOK, 0, 5, "Yes");
        refused(StudioError.NOT_ALLOWED, () -> bob.revise(commented, BETTER, ""));
        refused(StudioError.NOT_ALLOWED, () -> bob.submit(commented));
        ScriptDocument edit = bob.submit(bob.revise(ann.share(commented, "bob", Access.EDIT), BETTER, ""));
        refused(StudioError.NOT_ALLOWED, () -> bob.approve(edit));
        refused(StudioError.NOT_ALLOWED, () -> bob.share(edit, "bob", Access.REVIEW));
        refused(StudioError.NOT_ALLOWED, () -> bob.delete(edit));

        assertEquals(DocumentState.APPROVED, ann.approve(edit).state());
    }

    @Test
    void twoPeopleLookAtWhatIsApprovedUnlessTheTeamIsOne() {
        ScriptDocument review = ann.submit(ann.create("Reel", Language.EN, SCRIPT));

        refused(StudioError.NOT_ALLOWED, () -> ann.approve(review));

        assertEquals(
                DocumentState.APPROVED,
                ann.allowingSelfApproval().approve(review).state());
    }

    @Test
    void onlyTheNamedStepsArePossible() {
        ScriptDocument draft = ann.create("Reel", Language.EN, SCRIPT);
        ScriptDocuments alone = ann.allowingSelfApproval();
        refused(StoreError.WRONG_STATE, () -> alone.approve(draft));
        refused(StoreError.WRONG_STATE, () -> alone.withdraw(draft));
        ScriptDocument review = alone.submit(draft);
        refused(StoreError.WRONG_STATE, () -> alone.submit(review));
        refused(StoreError.WRONG_STATE, () -> alone.revise(review, BETTER, ""));
        ScriptDocument approved = alone.approve(alone.submit(alone.withdraw(review)));
        refused(StoreError.WRONG_STATE, () -> alone.withdraw(approved));
        refused(StoreError.WRONG_STATE, () -> alone.reject(approved, "no"));

        ScriptDocument again = alone.revise(approved, BETTER, "");

        assertEquals(DocumentState.DRAFT, again.state());
        assertTrue(again.approved().isEmpty());
    }

    @Test
    void anOlderStateIsRefusedAndAForgedOneIsNotBelieved() {
        ScriptDocument seen = ann.create("Reel", Language.EN, SCRIPT);
        ScriptDocument newer = ann.revise(seen, BETTER, "");
        refused(StoreError.CONFLICT, () -> ann.revise(seen, SCRIPT, ""));
        refused(StoreError.CONFLICT, () -> ann.delete(seen));
        ScriptDocument readable = ann.share(newer, "bob", Access.READ);
        ScriptDocument forged = new ScriptDocument(
                readable.id(),
                readable.title(),
                readable.language(),
                "bob",
                readable.state(),
                readable.versions(),
                List.of(),
                readable.shares(),
                readable.everybody(),
                List.of(),
                readable.revision());

        refused(StudioError.NOT_ALLOWED, () -> bob.revise(forged, SCRIPT, ""));
    }

    @Test
    void ofTwoChangesAtOnceOneIsRefused() throws Exception {
        ScriptDocument seen = ann.create("Reel", Language.EN, SCRIPT);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<ScriptDocument> change = () -> ann.revise(seen, BETTER, "");
            int done = 0;
            for (Future<ScriptDocument> result : two.invokeAll(List.of(change, change))) {
                done += succeeded(result) ? 1 : 0;
            }

            assertEquals(1, done);
            assertEquals(2, ann.find(seen.id()).orElseThrow().versions().size());
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void anAnchorLiesWithinTheWords() {
        ScriptDocument document = ann.create("Reel", Language.EN, SCRIPT);

        refused(StudioError.BAD_ANCHOR, () -> ann.comment(document, ReelField.CTA, 0, 13, "Too far"));
        refused(StudioError.BAD_ANCHOR, () -> ann.comment(document, ReelField.CTA, 5, 4, "Backwards"));
        assertEquals("Start today.", quoteOf(ann.comment(document, ReelField.CTA, 0, 12, "All of it")));
    }

    @Test
    void aDocumentHasRoomForAHundredVersions() {
        ScriptDocument document = ann.create("Reel", Language.EN, SCRIPT);
        for (int i = 2; i <= 100; i++) {
            document = ann.revise(document, i % 2 == 0 ? BETTER : SCRIPT, "");
        }
        ScriptDocument full = document;

        refused(StudioError.FULL, () -> ann.revise(full, SCRIPT, ""));
    }

    @Test
    void erasingAUserErasesTheDocumentsWhereverTheyWereSeen() {
        ScriptDocument document = ann.share(ann.create("Reel", Language.EN, SCRIPT), "bob", Access.READ);
        assertEquals(List.of(document.id()), bob.shared(PageRequest.first(5)).items());
        assertEquals(List.of(document.id()), ann.own(PageRequest.first(5)).items());

        store.erase(Owner.of("acme", "ann"));

        assertTrue(bob.find(document.id()).isEmpty());
        assertFalse(ann.find(document.id()).isPresent());
    }

    @Test
    void deletingLeavesNothingBehind() {
        ScriptDocument document = ann.create("Reel", Language.EN, SCRIPT);
        document = ann.shareWithAll(ann.share(document, "bob", Access.READ), Access.READ);

        ann.delete(document);

        assertEquals(0, store.erase(Owner.tenant("acme")));
    }

    private static boolean succeeded(Future<ScriptDocument> result) throws InterruptedException {
        try {
            return result.get().versions().size() == 2;
        } catch (ExecutionException e) {
            assertEquals(StoreError.CONFLICT, ((GatorException) e.getCause()).code());
            return false;
        }
    }

    private static String quoteOf(ScriptDocument document) {
        return document.quote(new ArrayList<>(document.comments()).get(0));
    }

    private static void refused(ErrorCode code, Executable attempt) {
        assertEquals(code, assertThrows(GatorException.class, attempt).code());
    }
}
