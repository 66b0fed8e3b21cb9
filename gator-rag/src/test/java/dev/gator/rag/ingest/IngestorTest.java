package dev.gator.rag.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.observe.SpanKind;
import dev.gator.rag.chunk.ChunkSize;
import dev.gator.rag.chunk.StructureChunker;
import dev.gator.rag.document.Block;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.feed.Feed;
import dev.gator.rag.parse.feed.FeedReader;
import dev.gator.store.Attributes;
import dev.gator.store.Filter;
import dev.gator.store.KeyValueStore;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorStore;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.usage.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestorTest {

    private final Shelf shelf = new Shelf(store());

    VectorStore store() {
        return VectorStore.inMemory();
    }

    @Test
    void whatWasIngestedIsFoundAsChunks() {
        IngestReport report = shelf.ingest(
                Document.of("otters.txt", "Otters hold hands."), Document.of("owls.txt", "Owls turn heads."));
        assertEquals(2, report.added());
        assertEquals(new IngestReport.Vectors(2, 0, 0), report.vectors());
        assertTrue(report.usage().input() > 0 && report.cost().equals(Optional.of(Money.ZERO)), report.summary());
        VectorHit best = shelf.store
                .search(
                        Owner.DEFAULT,
                        Shelf.BOOKS,
                        VectorQuery.near(shelf.model.embed("otters")).top(1))
                .get(0);
        Chunk chunk = Chunk.of(best.record());
        assertEquals("Otters hold hands.", chunk.text());
        assertEquals("otters.txt", chunk.source());
        assertEquals(Attributes.none(), chunk.facts());
    }

    @Test
    void aSecondRunReadsAndEmbedsNothing() {
        Document document = Document.of("a.txt", Shelf.text("rivers", 60));
        shelf.ingest(document);
        var before = shelf.records();
        int embedded = shelf.textsEmbedded();
        CountingItem item = new CountingItem(document);
        IngestReport again = shelf.ingestor().ingest(item.origin(), CallContext.create());
        assertEquals(1, again.unchanged());
        assertEquals(0, again.added() + again.changed() + again.pieces() + again.removed());
        assertEquals(0, item.reads());
        assertEquals(embedded, shelf.textsEmbedded());
        assertEquals(before, shelf.records());
    }

    @Test
    void ofAChangedDocumentOnlyTheChangedPieceIsEmbedded() {
        shelf.ingest(sections("Old opening words.", "Trees grow."));
        long before = shelf.pieces();
        int embedded = shelf.textsEmbedded();
        IngestReport report = shelf.ingest(sections("New opening, which is longer than it was.", "Trees grow."));
        assertEquals(1, report.changed());
        assertEquals(new IngestReport.Vectors(1, 0, 1), report.vectors());
        assertEquals(1, report.removed());
        assertEquals(embedded + 1, shelf.textsEmbedded());
        assertEquals(before, shelf.pieces());
        Shelf fresh = new Shelf(store());
        fresh.ingest(sections("New opening, which is longer than it was.", "Trees grow."));
        assertEquals(fresh.records(), shelf.records(), "places and editions of kept pieces are new, too");
    }

    @Test
    void aShrunkOrEmptiedDocumentLeavesNothingBehind() {
        shelf.ingest(Document.of("a.txt", Shelf.text("rivers", 100)));
        IngestReport shorter = shelf.ingest(Document.of("a.txt", "Rivers flow."));
        assertEquals(1, shelf.pieces());
        assertTrue(shorter.removed() > 3, shorter.summary());
        IngestReport empty = shelf.ingest(Document.of("a.txt", ""));
        assertEquals(1, empty.changed());
        assertEquals(0, shelf.pieces());
        assertEquals(1, shelf.ingest(Document.of("a.txt", "")).unchanged());
    }

    @Test
    void anotherModelChunkerOrFactRewritesTheDocument() {
        Document document = Document.of("a.txt", Shelf.text("rivers", 30));
        Origin origin = Origin.of(document);
        CallContext context = CallContext.create();
        shelf.ingestor().ingest(origin, context);
        assertEquals(
                1,
                shelf.ingestor()
                        .ingest(origin.with(Attributes.none().with("team", "desk")), context)
                        .changed());
        assertEquals(shelf.pieces(), shelf.store.count(Owner.DEFAULT, Shelf.BOOKS, Filter.eq("team", "desk")));
        long pieces = shelf.pieces();
        Ingestor finer = shelf.ingestor().withChunker(StructureChunker.of(ChunkSize.characters(100)));
        assertEquals(1, finer.ingest(origin, context).changed());
        assertTrue(shelf.pieces() > pieces);
        IngestReport wordsOnly = Ingestor.into(shelf.store, Shelf.BOOKS).ingest(origin, context);
        assertEquals(1, wordsOnly.changed());
        assertTrue(shelf.records().isEmpty(), "nothing has a meaning any more");
        assertNotEquals(0, shelf.pieces());
    }

    @Test
    void withoutAModelDocumentsAreFoundByWords() {
        IngestReport report = Ingestor.into(shelf.store, Shelf.BOOKS)
                .ingest(Origin.of(Document.of("owls.txt", "Owls turn heads.")), CallContext.create());
        assertEquals(new IngestReport.Vectors(0, 0, 0), report.vectors());
        assertEquals(
                1,
                shelf.store
                        .search(Owner.DEFAULT, Shelf.BOOKS, VectorQuery.containing("owls"))
                        .size());
    }

    @Test
    void theModelReadsTitleAndHeadingsWithThePiece() {
        shelf.ingest(sections("Opening.", "Trees grow."));
        List<String> texts = shelf.model.requests().get(0).texts();
        assertEquals("The book\nOne\nOne\nOpening.", texts.get(0));
        assertEquals("The book\nTwo\nTwo\nTrees grow.", texts.get(1));
    }

    @Test
    void ownersDoNotSeeEachOther() {
        CallContext ann = CallContext.create().withOwner(Owner.of("t", "ann"));
        CallContext ben = CallContext.create().withOwner(Owner.of("t", "ben"));
        Origin origin = Origin.of(Document.of("a.txt", "Secret otters."));
        shelf.ingestor().ingest(origin, ann);
        assertEquals(0, shelf.store.count(ben.owner(), Shelf.BOOKS, Filter.all()));
        assertEquals(1, shelf.ingestor().ingest(origin, ben).added());
        assertEquals(1, shelf.ingestor().remove(Document.idOf("a.txt"), ben));
        assertEquals(1, shelf.store.count(ann.owner(), Shelf.BOOKS, Filter.all()));
    }

    @Test
    void progressIsToldInOrderAndASickListenerDisturbsNobody() {
        List<IngestEvent> events = new ArrayList<>();
        Document same = Document.of("same.txt", "Same.");
        shelf.ingest(same);
        Origin origin = new MixedOrigin(List.of(
                new CountingItem(same),
                new BrokenItem("broken.txt"),
                new CountingItem(Document.of("new.txt", "New."))));
        IngestReport report = shelf.ingestor()
                .withParallelism(1)
                .listening(event -> {
                    events.add(event);
                    throw new GatorException(IngestError.DEFECT, "sick listener");
                })
                .ingest(origin, CallContext.create());
        assertEquals(List.of(1L, 2L, 3L), events.stream().map(IngestEvent::done).toList());
        assertEquals(
                List.of("same.txt", "broken.txt", "new.txt"),
                events.stream().map(IngestEvent::source).toList());
        assertFalse(report.isComplete());
        assertEquals("broken.txt", report.failures().get(0).source());
        assertEquals(
                "1 added, 0 changed, 1 unchanged, 1 failed; 1 pieces written, 0 removed; 1 vectors bought, 0 known; "
                        + report.usage().total() + " tokens, $0",
                report.summary());
    }

    @Test
    void vectorsThatACacheHasAreNotBoughtAgain() {
        CachedEmbeddings cached = CachedEmbeddings.over(shelf.model)
                .keptIn(KeyValueStore.inMemory(CallContext.create().time()), Duration.ofDays(1));
        Document[] books = {Document.of("a.txt", "One."), Document.of("b.txt", "Two."), Document.of("c.txt", "One.")};
        IngestReport first = shelf.ingestor()
                .withEmbeddings(cached)
                .withParallelism(1)
                .ingest(Origin.of(books), CallContext.create());
        assertEquals(new IngestReport.Vectors(2, 1, 0), first.vectors());
        Shelf other = new Shelf(store());
        IngestReport second = other.ingestor().withEmbeddings(cached).ingest(Origin.of(books), CallContext.create());
        assertEquals(new IngestReport.Vectors(0, 3, 0), second.vectors());
        assertEquals(new CacheFigures(4, 0, 2), cached.figures());
    }

    @Test
    void everySpanEndsAndTheReportIsToldToObservers() {
        RecordingObserver observer = RecordingObserver.create();
        CallContext watched = CallContext.create().withObserver(observer);
        IngestReport report = shelf.ingestor().ingest(Origin.of(Document.of("a.txt", "A.")), watched);
        assertTrue(observer.isBalanced());
        assertEquals(List.of(report.summary()), observer.notes("report"));
        assertEquals(2, observer.ended(SpanKind.STEP).size());
    }

    @Test
    void aModelThatGivesTooFewVectorsIsNamed() {
        GatorException error = assertThrows(GatorException.class, () -> shelf.ingestor()
                .withEmbeddings(new ForgetfulModel(ScriptedEmbeddings.create()))
                .ingest(Origin.of(Document.of("a.txt", "A.")), CallContext.create()));
        assertEquals(IngestError.WRONG_COUNT, error.code());
        assertEquals(0, shelf.pieces());
    }

    @Test
    void entriesOfAFeedAreDocumentsThatSayWhenTheyWerePublished() {
        String xml = "<rss><channel><title>News</title><language>en</language>"
                + "<item><title>Otters</title><link>https://zoo.example/1</link><description>They hold hands.</description>"
                + "<pubDate>Tue, 10 Jun 2003 04:00:00 GMT</pubDate></item>"
                + "<item><description>No title, no link.</description></item></channel></rss>";
        Feed feed = FeedReader.read("news.xml", xml.getBytes(StandardCharsets.UTF_8), CallContext.create());
        Origin origin = Origin.feed("https://zoo.example/feed", feed);
        assertEquals(2, shelf.ingestor().ingest(origin, CallContext.create()).added());
        assertEquals(List.of("No title, no link.", "Otters\n\nThey hold hands."), shelf.words());
        VectorQuery dated = VectorQuery.containing("otters").where(Filter.eq("published", 1_055_217_600));
        Chunk found = Chunk.of(
                shelf.store.search(Owner.DEFAULT, Shelf.BOOKS, dated).get(0).record());
        assertEquals("https://zoo.example/1", found.source());
        assertEquals("Otters", found.title());
        assertEquals(2, shelf.ingestor().ingest(origin, CallContext.create()).unchanged());
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThrows(GatorException.class, () -> shelf.ingestor().withParallelism(0));
        assertThrows(GatorException.class, () -> Origin.of(" ", List.of()));
    }

    private static Document sections(String first, String second) {
        String text = "One\n" + first + "\nTwo\n" + second;
        int two = text.indexOf("Two\n");
        return new Document(
                "book",
                "The book",
                "book.md",
                text,
                List.of(
                        new Block(BlockKind.HEADING, 0, 3, List.of(), 0),
                        new Block(BlockKind.PARAGRAPH, 4, two - 1, List.of("One"), 0),
                        new Block(BlockKind.HEADING, two, two + 3, List.of(), 0),
                        new Block(BlockKind.PARAGRAPH, two + 4, text.length(), List.of("Two"), 0)),
                Attributes.none());
    }
}
