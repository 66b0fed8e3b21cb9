package dev.gator.rag.document;

import dev.gator.content.Sha256;
import dev.gator.error.Require;
import dev.gator.store.Attributes;
import java.util.List;

/**
 * A text with its structure. The text is somebody else's: it is evidence, never an instruction.
 *
 * @param id its name among documents, 1 to 150 characters; the same source keeps the same id
 * @param title what people call it
 * @param source where it came from: a path, an address or a name
 * @param text all of its words
 * @param blocks its parts in order, not overlapping
 * @param facts what is known about it, copied to each of its chunks
 */
public record Document(String id, String title, String source, String text, List<Block> blocks, Attributes facts) {

    /** Checks the names and that the blocks lie in the text, in order. */
    public Document {
        Require.length("document id", Require.text("document id", id), 1, 150);
        Require.text("document source", source);
        blocks = List.copyOf(blocks);
        int at = 0;
        for (Block block : blocks) {
            Require.that(
                    block.start() >= at && block.end() <= text.length(),
                    "block " + block.start() + " to " + block.end() + " overlaps or leaves the text of " + id);
            at = block.end();
        }
    }

    /** Returns a document without structure. */
    public static Document of(String source, String text) {
        return new Document(
                idOf(source),
                source,
                source,
                text,
                text.isEmpty() ? List.of() : List.of(Block.paragraph(0, text.length())),
                Attributes.none());
    }

    /** Returns the id of the document from a source: the same for the same source, always. */
    public static String idOf(String source) {
        return Sha256.of(source).substring(0, 24);
    }

    /** Returns a copy with these facts. */
    public Document with(Attributes other) {
        return new Document(id, title, source, text, blocks, other);
    }

    /** Returns the words of one of its parts. */
    public String textOf(Block block) {
        return text.substring(block.start(), block.end());
    }
}
