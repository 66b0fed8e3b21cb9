package dev.gator.rag.parse.office;

import dev.gator.rag.document.BlockKind;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.TableText;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes through the body of a Word document. Items of a list that follow each other become one part. */
final class WordWalk {

    private final XmlCursor xml;
    private final WordStyles styles;
    private final WordNotes notes;
    private final Draft draft;
    private final StringBuilder list = new StringBuilder();
    private final List<String> waiting = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    WordWalk(XmlCursor xml, WordStyles styles, WordNotes notes, Draft draft) {
        this.xml = xml;
        this.styles = styles;
        this.notes = notes;
        this.draft = draft;
    }

    void walk() {
        while (xml.next()) {
            if (xml.starts("tbl")) {
                endList();
                draft.add(BlockKind.TABLE, TableText.of(rows()));
                writeNotes();
            } else if (xml.starts("p")) {
                paragraph(WordParagraph.read(xml, notes));
            } else if (xml.starts("Fallback")) {
                xml.textInside();
            }
        }
        endList();
    }

    private void paragraph(WordParagraph paragraph) {
        int heading = paragraph.headingLevel(styles);
        if (heading == 0 && paragraph.isListItem(styles)) {
            item(paragraph);
            waiting.addAll(paragraph.notes());
            return;
        }
        if (!paragraph.words().isEmpty()) {
            endList();
        }
        if (heading > 0) {
            draft.heading(heading, paragraph.words());
        } else {
            draft.add(BlockKind.PARAGRAPH, paragraph.words());
        }
        waiting.addAll(paragraph.notes());
        writeNotes();
    }

    private void item(WordParagraph paragraph) {
        int level = paragraph.level();
        String counter = paragraph.list() + "/" + level;
        String mark = "- ";
        if (styles.isNumbered(paragraph.list(), level)) {
            mark = numbers.merge(counter, 1, Integer::sum) + ". ";
        }
        // a list that goes one level deeper starts to count there anew
        numbers.keySet().removeIf(key -> key.startsWith(paragraph.list() + "/") && key.compareTo(counter) > 0);
        list.append("  ".repeat(level))
                .append(mark)
                .append(paragraph.words().replace('\n', ' '))
                .append('\n');
    }

    private void endList() {
        draft.add(BlockKind.LIST, list.toString());
        list.setLength(0);
        writeNotes();
    }

    private void writeNotes() {
        if (list.length() == 0) {
            waiting.forEach(note -> draft.add(BlockKind.NOTE, note));
            waiting.clear();
        }
    }

    /** Reads the table that begins here; one inside a cell becomes words of that cell. */
    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int tables = 1;
        while (tables > 0 && xml.next()) {
            if (xml.starts("p")) {
                WordParagraph paragraph = WordParagraph.read(xml, notes);
                cell.append(paragraph.words()).append(' ');
                waiting.addAll(paragraph.notes());
            } else if (xml.isStart() || xml.isEnd()) {
                tables += change("tbl");
                if (tables == 1 && xml.starts("tr")) {
                    rows.add(new ArrayList<>());
                } else if (tables == 1 && xml.ends("tc") && !rows.isEmpty()) {
                    rows.get(rows.size() - 1).add(cell.toString());
                    cell.setLength(0);
                }
            }
        }
        return rows;
    }

    private int change(String element) {
        return xml.starts(element) ? 1 : xml.ends(element) ? -1 : 0;
    }
}
