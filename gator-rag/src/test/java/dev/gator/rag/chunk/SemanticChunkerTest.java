package dev.gator.rag.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.rag.document.Block;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import dev.gator.store.Attributes;
import dev.gator.testing.ScriptedEmbeddings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticChunkerTest {

    private static final String BREAD =
            "The bread dough needs flour. Bread flour needs water. Water and dough make bread rise. "
                    + "Dough with more water gives bread a crust.";
    private static final String BICYCLE =
            "A bicycle wheel has spokes. Spokes of a bicycle break. A bicycle mechanic tightens spokes. "
                    + "The wheel of a bicycle turns again.";

    private final ScriptedEmbeddings model = ScriptedEmbeddings.create();

    @Test
    void cutsWhereTheSubjectChanges() {
        List<Chunk> chunks = cut(
                SemanticChunker.of(model).withSize(ChunkSize.characters(400)), Document.of("x", BREAD + " " + BICYCLE));
        assertEquals(List.of(BREAD, BICYCLE), words(chunks));
        assertEquals(EmbeddingPurpose.SIMILARITY, model.requests().get(0).purpose());
        assertEquals(1, model.requests().size());
    }

    @Test
    void leavesOneSubjectWholeWhereItMayAndBoundsItWhereItMust() {
        SemanticChunker shy = SemanticChunker.of(model).withDepth(10);
        assertEquals(1, cut(shy, Document.of("x", BREAD)).size());
        List<Chunk> bounded = cut(shy.withSize(ChunkSize.characters(100)), Document.of("x", BREAD + " " + BICYCLE));
        assertTrue(bounded.size() >= 4, words(bounded).toString());
        bounded.forEach(
                chunk -> assertTrue(chunk.text().length() <= 100 && chunk.text().endsWith("."), chunk.text()));
        assertEquals(BREAD + " " + BICYCLE, String.join(" ", words(bounded)));
    }

    @Test
    void neverCrossesAHeading() {
        String text = BREAD + "\n" + BREAD;
        Document document = new Document(
                "d",
                "t",
                "s",
                text,
                List.of(
                        new Block(BlockKind.PARAGRAPH, 0, BREAD.length(), List.of("One"), 0),
                        new Block(BlockKind.PARAGRAPH, BREAD.length() + 1, text.length(), List.of("Two"), 0)),
                Attributes.none());
        List<Chunk> chunks = cut(SemanticChunker.of(model).withDepth(10), document);
        assertEquals(
                List.of(List.of("One"), List.of("Two")),
                chunks.stream().map(Chunk::headings).toList());
    }

    @Test
    void aVeryLongDocumentIsEmbeddedPartByPartAndNothingIsLost() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            text.append("Sentence ").append(i).append(" is here. ");
        }
        ScriptedEmbeddings small = ScriptedEmbeddings.withDimensions(8);
        List<Chunk> chunks =
                cut(SemanticChunker.of(small).withSize(ChunkSize.characters(400)), Document.of("x", text.toString()));
        assertEquals(text.toString().strip(), String.join(" ", words(chunks)));
        chunks.forEach(chunk -> assertTrue(chunk.text().length() <= 400, chunk.text()));
        assertEquals(3, small.requests().size());
    }

    @Test
    void asksNobodyAboutASingleSentence() {
        assertEquals(List.of("Hello."), words(cut(SemanticChunker.of(model), Document.of("x", "Hello."))));
        assertEquals(List.of(), cut(SemanticChunker.of(model), Document.of("x", "")));
        assertEquals(0, model.requests().size());
    }

    @Test
    void namesItsRecipeByWhatDecides() {
        SemanticChunker chunker = SemanticChunker.of(model);
        assertTrue(chunker.recipe().contains("scripted:words"), chunker.recipe());
        assertNotEquals(chunker.recipe(), chunker.withDepth(2).recipe());
        assertNotEquals(
                chunker.recipe(), chunker.withSize(ChunkSize.characters(99)).recipe());
    }

    private static List<Chunk> cut(Chunker chunker, Document document) {
        return chunker.cut(document, CallContext.create());
    }

    private static List<String> words(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::text).toList();
    }
}
