package dev.gator.rag.parse.office;

import dev.gator.rag.parse.xml.XmlCursor;
import java.util.HashMap;
import java.util.Map;

/** The words of footnotes and endnotes, by the id that the text refers to them with. */
final class WordNotes {

    private final Map<String, String> words = new HashMap<>();

    private WordNotes() {}

    static WordNotes of(OfficeFile file, Relations relations) {
        WordNotes notes = new WordNotes();
        file.xml(relations, "footnotes").ifPresent(xml -> notes.read(xml, "footnote"));
        file.xml(relations, "endnotes").ifPresent(xml -> notes.read(xml, "endnote"));
        return notes;
    }

    private void read(XmlCursor open, String kind) {
        try (XmlCursor xml = open) {
            String id = "";
            StringBuilder text = new StringBuilder();
            while (xml.next()) {
                if (xml.starts(kind)) {
                    id = xml.attribute("id").orElse("");
                    text.setLength(0);
                } else if (xml.starts("t")) {
                    text.append(xml.textInside());
                } else if (xml.ends("p")) {
                    text.append('\n');
                } else if (xml.ends(kind)) {
                    words.put(kind + id, text.toString());
                }
            }
        }
    }

    /** Returns the words of a note; empty if there is no such note. */
    String words(String kind, String id) {
        return words.getOrDefault(kind + id, "");
    }
}
