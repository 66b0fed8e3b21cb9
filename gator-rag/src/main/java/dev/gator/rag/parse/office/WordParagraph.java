package dev.gator.rag.parse.office;

import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A paragraph of Word while its runs come. Deleted and hidden words are left out. */
final class WordParagraph {

    private static final Set<String> SKIPPED = Set.of("del", "moveFrom", "Fallback", "instrText");
    private static final Set<String> OFF = Set.of("0", "false", "off");

    private final StringBuilder words = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private String style = "";
    private String list = "";
    private int level;
    private int outline;
    private int boxes;
    private boolean hidden;

    private WordParagraph() {}

    /** Reads the paragraph that begins here, up to its end. */
    static WordParagraph read(XmlCursor xml, WordNotes notes) {
        WordParagraph paragraph = new WordParagraph();
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.next()) {
            if (xml.isStart()) {
                paragraph.take(xml, notes);
            } else if (xml.ends("txbxContent")) {
                paragraph.boxes--;
            } else if (xml.ends("p") && paragraph.boxes > 0) {
                paragraph.words.append('\n');
            }
        }
        return paragraph;
    }

    private void take(XmlCursor xml, WordNotes known) {
        if (SKIPPED.contains(xml.name())) {
            xml.textInside();
            return;
        }
        String value = xml.attribute("val").orElse("");
        switch (xml.name()) {
            case "t" -> say(xml.textInside());
            case "tab" -> say("\t");
            case "br", "cr" -> say("\n");
            case "noBreakHyphen" -> say("-");
            case "r" -> hidden = false;
            case "vanish" -> hidden = !OFF.contains(value);
            case "footnoteReference" ->
                notes.add(known.words("footnote", xml.attribute("id").orElse("")));
            case "endnoteReference" ->
                notes.add(known.words("endnote", xml.attribute("id").orElse("")));
            case "txbxContent" -> {
                boxes++;
                words.append('\n');
            }
            default -> property(xml.name(), value);
        }
    }

    /** A text box has paragraphs of its own, whose looks are not those of the paragraph that it hangs on. */
    private void property(String name, String value) {
        switch (boxes > 0 ? "" : name) {
            case "pStyle" -> style = value;
            case "numId" -> list = value.equals("0") ? "" : value;
            case "ilvl" -> level = Digits.of(value, 0);
            case "outlineLvl" -> outline = Digits.of(value, 9) + 1;
            default -> {
                // how it looks
            }
        }
    }

    private void say(String text) {
        words.append(hidden ? "" : text);
    }

    String words() {
        return words.toString().strip();
    }

    List<String> notes() {
        return notes;
    }

    String list() {
        return list;
    }

    int level() {
        return Math.min(level, 8);
    }

    boolean isListItem(WordStyles styles) {
        return !list.isEmpty() || styles.isList(style);
    }

    /** Returns the level of the heading that this is, 0 if it is none. */
    int headingLevel(WordStyles styles) {
        return outline >= 1 && outline <= 9
                ? outline
                : styles.headingLevel(style).orElse(0);
    }
}
