package dev.gator.rag.parse.text;

import dev.gator.rag.document.BlockKind;
import dev.gator.rag.parse.TableText;
import java.util.ArrayList;
import java.util.List;

/** A table while its cells come. A table inside a cell becomes words of that cell. */
final class HtmlTable {

    private final List<List<String>> rows = new ArrayList<>();
    private final Inline cell = new Inline();
    private int depth;
    private boolean inCell;

    boolean isOpen() {
        return depth > 0;
    }

    void open() {
        depth = 1;
    }

    void element(String name, boolean separates) {
        depth += name.equals("table") ? 1 : 0;
        if (depth == 1 && name.equals("tr")) {
            endCell();
            rows.add(new ArrayList<>());
        } else if (depth == 1 && (name.equals("td") || name.equals("th"))) {
            endCell();
            inCell = true;
        } else if (separates) {
            cell.say(" ");
        }
    }

    void say(String text) {
        cell.say(text);
    }

    /** Ends a table; returns whether it was the outermost. */
    boolean close() {
        depth--;
        if (depth == 0) {
            endCell();
        }
        return depth == 0;
    }

    String takeCaption() {
        return inCell ? "" : cell.take();
    }

    /** Returns what it is: pages use tables of one column to place things. */
    BlockKind kind() {
        return rows.stream().anyMatch(row -> row.size() > 1) ? BlockKind.TABLE : BlockKind.PARAGRAPH;
    }

    String take() {
        String text = TableText.of(rows);
        rows.clear();
        return text;
    }

    private void endCell() {
        String words = cell.take();
        if (inCell && !rows.isEmpty()) {
            rows.get(rows.size() - 1).add(words);
        }
        inCell = false;
    }
}
