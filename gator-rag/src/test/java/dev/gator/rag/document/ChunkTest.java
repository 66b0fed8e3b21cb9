package dev.gator.rag.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.store.Attributes;
import dev.gator.store.VectorRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkTest {

    private static final Chunk CHUNK = new Chunk(
            "c1",
            "d1",
            "Handbook",
            "handbook.md",
            "Doors close at ten.",
            120,
            139,
            List.of("House", "Opening hours"),
            3,
            Attributes.none().with("team", "desk"));

    @Test
    void comesBackFromItsRecordUnchanged() {
        assertEquals(CHUNK, Chunk.of(CHUNK.toRecord(Embedding.of(1, 0))));
        assertEquals("House › Opening hours", CHUNK.path());
    }

    @Test
    void readsARecordThatNoChunkMade() {
        Chunk read = Chunk.of(VectorRecord.ofText("note", "Bring water."));
        assertEquals("note", read.documentId());
        assertEquals(12, read.end());
        assertEquals(List.of(), read.headings());
    }

    @Test
    void refusesBlocksThatOverlapOrLeaveTheText() {
        List<Block> overlapping = List.of(Block.paragraph(0, 5), Block.paragraph(4, 6));
        List<Block> outside = List.of(Block.paragraph(0, 7));
        assertThrows(GatorException.class, () -> document(overlapping));
        assertThrows(GatorException.class, () -> document(outside));
        assertEquals("lo", document(List.of(Block.paragraph(3, 5))).textOf(Block.paragraph(3, 5)));
    }

    @Test
    void keepsTheIdOfASource() {
        assertEquals(Document.of("a.md", "x").id(), Document.of("a.md", "y").id());
    }

    private static Document document(List<Block> blocks) {
        return new Document("d", "d", "d", "Hello.", blocks, Attributes.none());
    }
}
