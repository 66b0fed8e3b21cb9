package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.rag.chunk.ChunkSize;
import dev.gator.rag.chunk.StructureChunker;
import dev.gator.rag.document.Document;
import dev.gator.rag.index.Stores;
import dev.gator.store.VectorStore;
import dev.gator.testing.ScriptedEmbeddings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A process of its own that ingests books into a Lucene store and says how far it has come, until somebody kills it. */
final class KilledIngestion {

    private static final int BOOKS = 32;

    private KilledIngestion() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try (VectorStore store = Stores.lucene(Path.of(arguments[0]))) {
            ingestor(store)
                    .withParallelism(1)
                    .listening(event -> out.println(event.done()))
                    .ingest(books(arguments[1]), CallContext.create());
        }
    }

    static Ingestor ingestor(VectorStore store) {
        return Ingestor.into(store, Shelf.BOOKS)
                .withEmbeddings(ScriptedEmbeddings.withDimensions(16))
                .withChunker(StructureChunker.of(ChunkSize.characters(50)))
                .removingVanished();
    }

    /** Returns books of forty pieces, of which every third differs from state to state; the last are there in the old one only. */
    static Origin books(String state) {
        List<Document> books = IntStream.range(0, state.equals("old") ? BOOKS : BOOKS - 8)
                .mapToObj(i -> Document.of("book" + i, Shelf.text("subject " + i, 40) + (i % 3 == 0 ? state : "")))
                .toList();
        return Origin.of("library", books);
    }
}
