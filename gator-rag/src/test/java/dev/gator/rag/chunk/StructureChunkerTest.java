package dev.gator.rag.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.TokenCounter;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StructureChunkerTest {

    private static final StructureChunker SMALL =
            StructureChunker.of(ChunkSize.characters(120).withOverlap(60));

    @Test
    void aPieceKnowsItsHeadingsAndNeverCrossesOne() {
        Document document = new Texts()
                .add(BlockKind.HEADING, "House")
                .add(BlockKind.HEADING, "Opening hours", "House")
                .add(BlockKind.PARAGRAPH, "Doors close at ten.", "House", "Opening hours")
                .add(BlockKind.HEADING, "Parking", "House")
                .add(BlockKind.PARAGRAPH, 2, "Cars stay outside.", "House", "Parking")
                .document("d");
        List<Chunk> chunks = cut(SMALL, document);
        assertEquals(
                List.of("House\n\nOpening hours\n\nDoors close at ten.", "Parking\n\nCars stay outside."),
                words(chunks));
        assertEquals(List.of("House", "Opening hours"), chunks.get(0).headings());
        assertEquals("House › Parking", chunks.get(1).path());
        assertEquals("Title of d", chunks.get(1).title());
    }

    @Test
    void aPieceKnowsThePageItBeginsOn() {
        Texts texts = new Texts();
        for (int page = 1; page <= 9; page++) {
            texts.add(BlockKind.PARAGRAPH, page, Texts.sentences("page " + page, 3));
        }
        List<Chunk> chunks = cut(StructureChunker.of(ChunkSize.characters(100)), texts.document("d"));
        chunks.forEach(chunk -> assertTrue(chunk.text().contains("is about page " + chunk.page()), chunk.toString()));
        assertEquals(9, chunks.get(chunks.size() - 1).page());
    }

    @Test
    void piecesEndWithSentencesAndOverlapByWholeOnes() {
        List<Chunk> chunks = cut(SMALL, Document.of("trees.txt", Texts.sentences("trees", 12)));
        assertTrue(chunks.size() > 3, chunks.toString());
        for (int i = 0; i < chunks.size(); i++) {
            String text = chunks.get(i).text();
            assertTrue(text.startsWith("Sentence ") && text.endsWith("trees."), text);
            assertTrue(text.length() <= 120, text);
            if (i > 0) {
                int shared = chunks.get(i - 1).end() - chunks.get(i).start();
                assertTrue(shared > 0 && shared <= 60, "overlap of " + shared);
            }
        }
        assertEquals(0, overlap(cut(StructureChunker.of(ChunkSize.characters(120)), trees(12))));
    }

    @Test
    void aTableThatFitsStaysWholeAndALongerOneRepeatsItsColumns() {
        StringBuilder rows = new StringBuilder("| Name | Price |\n|---|---|");
        for (int i = 0; i < 20; i++) {
            rows.append("\n| Thing ").append(i).append(" | ").append(i * 10).append(" |");
        }
        Document document = new Texts()
                .add(BlockKind.PARAGRAPH, Texts.sentences("prices", 3))
                .add(BlockKind.TABLE, "| A | B |\n|---|---|\n| 1 | 2. Two |")
                .add(BlockKind.TABLE, rows.toString())
                .document("d");
        List<Chunk> chunks = cut(SMALL, document);
        assertTrue(
                chunks.stream().anyMatch(chunk -> chunk.text().contains("| A | B |\n|---|---|\n| 1 | 2. Two |")),
                words(chunks).toString());
        List<Chunk> later = chunks.stream()
                .filter(chunk -> chunk.text().contains("Thing"))
                .skip(1)
                .toList();
        assertTrue(later.size() >= 2, words(chunks).toString());
        for (Chunk part : later) {
            assertTrue(part.text().startsWith("| Name | Price |\n|---|---|\n| Thing"), part.text());
            assertTrue(part.text().endsWith(document.text().substring(part.start(), part.end())), part.text());
            assertTrue(part.text().length() <= 120, part.text());
        }
        for (int i = 0; i < 20; i++) {
            String row = "| Thing " + i + " |";
            assertEquals(
                    1,
                    chunks.stream().filter(chunk -> chunk.text().contains(row)).count(),
                    row);
        }
    }

    @Test
    void codeIsCutByItsSymbolsAndKeepsItsIndentation() {
        Document document = new Texts()
                .add(BlockKind.CODE, "  void open() {\n    door.open();\n  }", "House", "open")
                .add(
                        BlockKind.CODE,
                        "  void close() {\n    door.close();\n\n" + "    count();\n".repeat(20) + "  }",
                        "House",
                        "close")
                .document("d");
        List<Chunk> chunks = cut(SMALL, document);
        assertEquals("  void open() {\n    door.open();\n  }", chunks.get(0).text());
        assertEquals(List.of("House", "open"), chunks.get(0).headings());
        assertTrue(chunks.size() > 3, words(chunks).toString());
        chunks.stream().skip(1).forEach(chunk -> {
            assertEquals(List.of("House", "close"), chunk.headings());
            assertTrue(chunk.text().startsWith("  "), chunk.text());
        });
    }

    @Test
    void itemsOfAListStayWhole() {
        String items =
                "- Bring water. It is hot.\n- Bring a hat. The sun is high there.\n- Bring shoes. Stones are sharp in the hills.\n- Bring time.";
        List<Chunk> chunks = cut(
                StructureChunker.of(ChunkSize.characters(70)),
                new Texts().add(BlockKind.LIST, items).document("d"));
        chunks.forEach(chunk -> assertTrue(chunk.text().startsWith("- Bring"), chunk.text()));
        assertTrue(chunks.size() > 1);
    }

    @Test
    void anItemOfSeveralLinesStaysWhole() {
        String items = "1. Open the box.\n   It is heavy.\n2. Take the lamp.\n   Mind the glass.\n3. Close the box.";
        List<Chunk> chunks = cut(
                StructureChunker.of(ChunkSize.characters(40)),
                new Texts().add(BlockKind.LIST, items).document("d"));
        assertEquals(
                List.of(
                        "1. Open the box.\n   It is heavy.",
                        "2. Take the lamp.\n   Mind the glass.",
                        "3. Close the box."),
                words(chunks));
    }

    @Test
    void aSentenceLongerThanAPieceIsCutBetweenWords() {
        String endless = "word ".repeat(200).strip();
        List<Chunk> chunks = cut(SMALL, Document.of("x", endless));
        chunks.forEach(chunk ->
                assertTrue(chunk.text().matches("word( word)*") && chunk.text().length() <= 120, chunk.text()));
        assertEquals(
                200,
                chunks.stream()
                        .mapToInt(chunk -> chunk.text().split(" ").length)
                        .sum());
    }

    @Test
    void signsAreNeverTornApart() {
        String text = "😀".repeat(200) + "कि".repeat(200);
        for (Chunk chunk : cut(StructureChunker.of(ChunkSize.characters(33)), Document.of("x", text))) {
            assertFalse(Character.isLowSurrogate(chunk.text().charAt(0)), chunk.text());
            assertNotEquals('ि', chunk.text().charAt(0));
        }
    }

    @Test
    void sizeInTokensMeansLessTextInADenserScript() {
        StructureChunker usual = StructureChunker.usual();
        int latin = cut(usual, trees(200)).get(0).text().length();
        int dense = cut(usual, Document.of("x", "今日は晴れです。".repeat(300)))
                .get(0)
                .text()
                .length();
        assertTrue(latin > 800 && latin <= 1000, "letters: " + latin);
        assertTrue(dense > 200 && dense <= 250, "signs: " + dense);
        TokenCounter perLetter = String::length;
        assertTrue(cut(StructureChunker.of(ChunkSize.tokens(100, perLetter)), trees(50)).stream()
                .allMatch(chunk -> chunk.text().length() <= 100));
    }

    @Test
    void anUnchangedPieceKeepsItsNameWhenTextBeforeItChanges() {
        Document before = new Texts()
                .add(BlockKind.HEADING, "One")
                .add(BlockKind.PARAGRAPH, "Old words.", "One")
                .add(BlockKind.HEADING, "Two")
                .add(BlockKind.PARAGRAPH, Texts.sentences("trees", 9), "Two")
                .document("d");
        Document after = new Texts()
                .add(BlockKind.HEADING, "One")
                .add(BlockKind.PARAGRAPH, "New words, and many more of them than before.", "One")
                .add(BlockKind.HEADING, "Two")
                .add(BlockKind.PARAGRAPH, Texts.sentences("trees", 9), "Two")
                .document("d");
        List<Chunk> old = cut(SMALL, before);
        List<Chunk> fresh = cut(SMALL, after);
        assertNotEquals(old.get(0).id(), fresh.get(0).id());
        assertEquals(ids(old.subList(1, old.size())), ids(fresh.subList(1, fresh.size())));
        assertNotEquals(old.get(1).start(), fresh.get(1).start());
    }

    @Test
    void piecesWithTheSameWordsHaveNamesOfTheirOwn() {
        Document twice = new Texts()
                .add(BlockKind.HEADING, "Note")
                .add(BlockKind.PARAGRAPH, "Same.", "Note")
                .add(BlockKind.HEADING, "Note")
                .add(BlockKind.PARAGRAPH, "Same.", "Note")
                .document("d");
        List<Chunk> chunks = cut(SMALL, twice);
        assertEquals(2, new HashSet<>(ids(chunks)).size());
        Document other = new Document("e", "t", "s", twice.text(), twice.blocks(), twice.facts());
        Set<String> all = new HashSet<>(ids(chunks));
        all.addAll(ids(cut(SMALL, other)));
        assertEquals(4, all.size());
    }

    @Test
    void nothingIsLostAndPlacesAreExactWhateverTheText() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Document document = randomDocument(random);
            List<Chunk> chunks = cut(SMALL, document);
            boolean[] kept = new boolean[document.text().length()];
            for (Chunk chunk : chunks) {
                String own = document.text().substring(chunk.start(), chunk.end());
                assertTrue(chunk.text().endsWith(own), chunk.text());
                java.util.Arrays.fill(kept, chunk.start(), chunk.end(), true);
            }
            for (int i = 0; i < kept.length; i++) {
                assertTrue(kept[i] || Character.isWhitespace(document.text().charAt(i)), document.text() + " at " + i);
            }
            assertEquals(chunks, cut(SMALL, document));
        }
    }

    @Test
    void aDocumentWithoutWordsGivesNothingAndACancelledCallStops() {
        assertEquals(List.of(), cut(SMALL, Document.of("x", "")));
        assertEquals(List.of(), cut(SMALL, Document.of("x", " \n ")));
        Cancellation stop = Cancellation.create();
        stop.cancel();
        GatorException error = assertThrows(
                GatorException.class,
                () -> SMALL.cut(trees(3), CallContext.create().withCancellation(stop)));
        assertEquals(CallError.CANCELLED, error.code());
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        assertThrows(GatorException.class, () -> ChunkSize.characters(15));
        assertThrows(GatorException.class, () -> ChunkSize.characters(100).withOverlap(51));
        assertNotEquals(SMALL.recipe(), StructureChunker.usual().recipe());
    }

    private static Document randomDocument(Random random) {
        Texts texts = new Texts();
        String[] words = {
            "a",
            "tree.",
            "Big",
            "e.g.",
            "木。",
            "😀",
            "\n",
            "| x | y |",
            "1.",
            "supercalifragilistic".repeat(9),
            "  ",
            "Why?"
        };
        for (int block = 0; block < 6; block++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(60); word >= 0; word--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(8) == 0 ? "\n" : " ");
            }
            BlockKind kind = BlockKind.values()[random.nextInt(BlockKind.values().length)];
            texts.add(kind, text.toString(), "h" + random.nextInt(2));
        }
        return texts.document("d");
    }

    private static Document trees(int sentences) {
        return Document.of("trees.txt", Texts.sentences("trees", sentences));
    }

    private static int overlap(List<Chunk> chunks) {
        int overlap = 0;
        for (int i = 1; i < chunks.size(); i++) {
            overlap += Math.max(0, chunks.get(i - 1).end() - chunks.get(i).start());
        }
        return overlap;
    }

    private static List<Chunk> cut(Chunker chunker, Document document) {
        return chunker.cut(document, CallContext.create());
    }

    private static List<String> words(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::text).toList();
    }

    private static List<String> ids(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::id).toList();
    }
}
