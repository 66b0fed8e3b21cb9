package dev.gator.rag.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.rag.document.Document;
import dev.gator.store.StoreError;
import dev.gator.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IngestorRecoveryTest {

    @Test
    void aRunThatIsLostAtAnyStepAndRepeatedEndsLikeOneThatWasNot() {
        Shelf whole = new Shelf();
        whole.ingestor().ingest(books("old"), CallContext.create());
        whole.ingestor().removingVanished().ingest(books("new"), CallContext.create());
        int losses = 0;
        for (int step = 0; ; step++) {
            Shelf shelf = new Shelf();
            shelf.ingestor().ingest(books("old"), CallContext.create());
            FailingStore failing = new FailingStore(shelf.store, step);
            Ingestor doomed = Ingestor.into(failing, Shelf.BOOKS)
                    .withEmbeddings(shelf.model)
                    .withParallelism(1)
                    .removingVanished();
            if (step % 3 == 0) {
                run(doomed, books("newer")); // a state in between must leave nothing behind, either
            }
            run(doomed, books("new"));
            shelf.ingestor().removingVanished().ingest(books("new"), CallContext.create());
            assertEquals(whole.records(), shelf.records(), "lost at step " + step);
            if (!failing.isLost()) {
                break;
            }
            losses++;
        }
        assertTrue(losses > 20, "only " + losses + " steps");
    }

    @Test
    void aRepeatedRunPassesOverWhatWasWritten() {
        Shelf shelf = new Shelf();
        FailingStore failing = new FailingStore(shelf.store, 40);
        Ingestor doomed =
                Ingestor.into(failing, Shelf.BOOKS).withEmbeddings(shelf.model).withParallelism(1);
        Origin origin = Origin.of("many", many(400, 60));
        GatorException error = assertThrows(GatorException.class, () -> doomed.ingest(origin, CallContext.create()));
        assertEquals(StoreError.IO, error.code());
        IngestReport rest = shelf.ingestor().ingest(origin, CallContext.create());
        assertTrue(rest.unchanged() > 0 && rest.added() > 0, rest.summary());
        assertEquals(400, rest.unchanged() + rest.added());
        assertEquals(0, rest.changed());
    }

    @Test
    void cancellingStopsEveryWorkerAndKeepsWhatIsDone() {
        Shelf shelf = new Shelf();
        Cancellation stop = Cancellation.create();
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        AtomicInteger done = new AtomicInteger();
        CallContext context = CallContext.create().withCancellation(stop).withWorkers(task -> {
            Thread thread = new Thread(task);
            workers.add(thread);
            thread.start();
        });
        Ingestor ingestor = shelf.ingestor().listening(event -> {
            if (done.incrementAndGet() == 200) {
                stop.cancel();
            }
        });
        Origin endless = new Generated(Integer.MAX_VALUE);
        GatorException error = assertThrows(GatorException.class, () -> ingestor.ingest(endless, context));
        assertEquals(CallError.CANCELLED, error.code());
        assertEquals(4, workers.size());
        workers.forEach(IngestorRecoveryTest::join);
        assertTrue(shelf.pieces() >= 200, "written: " + shelf.pieces());
    }

    @Test
    void aPassedDeadlineStopsBetweenDocuments() {
        Shelf shelf = new Shelf();
        ManualTime time = ManualTime.create();
        CallContext context = time.context().withTimeout(Duration.ofMinutes(1));
        Ingestor ingestor = shelf.ingestor().listening(event -> time.advance(Duration.ofSeconds(1)));
        GatorException error =
                assertThrows(GatorException.class, () -> ingestor.ingest(new Generated(Integer.MAX_VALUE), context));
        assertEquals(CallError.DEADLINE, error.code());
        assertTrue(shelf.pieces() >= 60, "written: " + shelf.pieces());
    }

    @Test
    void aModelThatIsDownEndsTheRunAndAWordItRefusesOnlyTheDocument() {
        Shelf shelf = new Shelf();
        Document[] books = {Document.of("a", "Good."), Document.of("b", "Bad."), Document.of("c", "Good, too.")};
        Origin origin = Origin.of(books);
        Picky down = new Picky(shelf.model, ProviderError.UNREACHABLE);
        GatorException error = assertThrows(
                GatorException.class,
                () -> shelf.ingestor().withEmbeddings(down).ingest(origin, CallContext.create()));
        assertEquals(ProviderError.UNREACHABLE, error.code());
        assertEquals(0, shelf.pieces());
        Picky picky = new Picky(shelf.model, CallError.BAD_ARGUMENT);
        IngestReport report =
                shelf.ingestor().withEmbeddings(picky).withParallelism(1).ingest(origin, CallContext.create());
        assertEquals(
                List.of("b"),
                report.failures().stream().map(IngestReport.Failure::source).toList());
        assertEquals(List.of("Good, too.", "Good."), shelf.words());
        assertEquals(1, report.failures().size());
        assertEquals(2, report.added());
    }

    @Test
    void aBrokenDocumentKeepsItsOldPieces() {
        Shelf shelf = new Shelf();
        shelf.ingest(Document.of("a.txt", "Before it broke."));
        Origin broken = new MixedOrigin(List.of(new BrokenItem("a.txt")));
        IngestReport report = shelf.ingestor().removingVanished().ingest(broken, CallContext.create());
        assertEquals(1, report.failed());
        assertEquals(List.of("Before it broke."), shelf.words());
    }

    @Test
    void anExtensionThatBreaksIsOneFailureWithItsCause() {
        Shelf shelf = new Shelf();
        Item sick = new Generated.Numbered(1) {
            @Override
            public Document read(CallContext context) {
                throw new ArrayIndexOutOfBoundsException(7);
            }
        };
        IngestReport report = shelf.ingestor().ingest(new MixedOrigin(List.of(sick)), CallContext.create());
        GatorException error = report.failures().get(0).error();
        assertEquals(IngestError.DEFECT, error.code());
        assertTrue(error.getCause() instanceof ArrayIndexOutOfBoundsException);
    }

    @Test
    void noMoreDocumentsAreTakenThanAreWorkedOn() throws InterruptedException {
        Shelf shelf = new Shelf();
        Generated many = new Generated(1_000);
        CountDownLatch begun = new CountDownLatch(1);
        List<Integer> ahead = new ArrayList<>();
        Ingestor ingestor = shelf.ingestor().listening(event -> {
            ahead.add(many.taken.get() - (int) event.done());
            begun.countDown();
        });
        assertEquals(1_000, ingestor.ingest(many, CallContext.create()).added());
        begun.await();
        int most = ahead.stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertTrue(most <= 4 * 64, most + " documents were in memory at once");
        assertFalse(many.open, "the stream of items is closed");
    }

    private static void run(Ingestor ingestor, Origin origin) {
        try {
            ingestor.ingest(origin, CallContext.create());
        } catch (GatorException e) {
            assertEquals(StoreError.IO, e.code());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertFalse(thread.isAlive());
    }

    /** Three books: one that changes, one that stays, and one that is there in the old state only. */
    private static Origin books(String state) {
        List<Document> books = new ArrayList<>();
        books.add(Document.of("changing.txt", Shelf.text("rivers", 20) + "\n\nIt is " + state + "."));
        books.add(Document.of("staying.txt", "Mountains stay."));
        if (state.equals("old")) {
            books.add(Document.of("vanishing.txt", "Snow melts."));
        }
        return Origin.of("books", books);
    }

    private static List<Document> many(int count, int sentences) {
        return IntStream.range(0, count)
                .mapToObj(i -> Document.of("doc" + i, Shelf.text("subject " + i, sentences)))
                .toList();
    }

    /** A model that fails where a text is bad. */
    private record Picky(EmbeddingModel model, ErrorCode code) implements EmbeddingModel {

        @Override
        public EmbeddingCard card() {
            return model.card();
        }

        @Override
        public EmbeddingReply embed(EmbeddingRequest request) {
            if (request.texts().stream().anyMatch(text -> text.contains("Bad"))) {
                throw new GatorException(code, "not this");
            }
            return model.embed(request);
        }
    }

    /** Documents that are made when they are asked for. */
    private static final class Generated implements Origin {
        private final int count;
        private final AtomicInteger taken = new AtomicInteger();
        private volatile boolean open;

        Generated(int count) {
            this.count = count;
        }

        @Override
        public String name() {
            return "generated";
        }

        @Override
        public Stream<Item> items(CallContext context) {
            open = true;
            return IntStream.range(0, count)
                    .peek(number -> taken.incrementAndGet())
                    .<Item>mapToObj(Numbered::new)
                    .onClose(() -> open = false);
        }

        private static class Numbered implements Item {
            private final int number;

            Numbered(int number) {
                this.number = number;
            }

            @Override
            public String documentId() {
                return "d" + number;
            }

            @Override
            public String source() {
                return "number " + number;
            }

            @Override
            public String print(CallContext context) {
                return "1";
            }

            @Override
            public Document read(CallContext context) {
                return Document.of(source(), "This is number " + number + ".");
            }
        }
    }
}
