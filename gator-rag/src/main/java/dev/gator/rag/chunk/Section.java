package dev.gator.rag.chunk;

import dev.gator.rag.document.Block;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring parts of a document under the same headings, with the headings that directly precede them.
 *
 * @param blocks the parts in order, at least one
 */
record Section(List<Block> blocks) {

    static List<Section> of(Document document) {
        List<Section> sections = new ArrayList<>();
        List<Block> open = new ArrayList<>();
        for (Block block : blocks(document)) {
            if (!open.isEmpty() && beginsAnother(open.get(open.size() - 1), block)) {
                sections.add(new Section(List.copyOf(open)));
                open.clear();
            }
            open.add(block);
        }
        if (!open.isEmpty()) {
            sections.add(new Section(List.copyOf(open)));
        }
        return sections;
    }

    /** Returns the headings above the words; above headings alone, those of the last. */
    List<String> headings() {
        return blocks.get(blocks.size() - 1).headings();
    }

    /** Returns the page of the part that holds a place. */
    int pageAt(int place) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).start() <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return blocks.get(low).page();
    }

    private static boolean beginsAnother(Block last, Block next) {
        if (last.kind() == BlockKind.HEADING) {
            return false; // a heading is never alone where anything follows
        }
        return next.kind() == BlockKind.HEADING || !next.headings().equals(last.headings());
    }

    private static List<Block> blocks(Document document) {
        return document.blocks().isEmpty() && !document.text().isBlank()
                ? List.of(Block.paragraph(0, document.text().length()))
                : document.blocks();
    }
}
