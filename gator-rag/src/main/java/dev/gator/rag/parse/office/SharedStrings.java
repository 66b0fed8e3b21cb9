package dev.gator.rag.parse.office;

import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;

/** The texts of a workbook, each kept once. */
final class SharedStrings {

    private final List<String> texts = new ArrayList<>();

    private SharedStrings() {}

    static SharedStrings of(OfficeFile file, Relations relations) {
        SharedStrings strings = new SharedStrings();
        file.xml(relations, "sharedStrings").ifPresent(xml -> strings.read(xml, file.source()));
        return strings;
    }

    private void read(XmlCursor open, Source source) {
        long characters = 0;
        try (XmlCursor xml = open) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    String text = text(xml, "si");
                    characters += text.length() + 1L;
                    if (characters > source.limits().characters()) {
                        throw source.tooLarge("characters", source.limits().characters());
                    }
                    texts.add(text);
                }
            }
        }
    }

    /** Reads the words up to the end of an element; how Japanese words are spoken is not part of them. */
    static String text(XmlCursor xml, String element) {
        StringBuilder words = new StringBuilder();
        while (!xml.ends(element) && xml.next()) {
            if (xml.starts("rPh")) {
                xml.textInside();
            } else if (xml.starts("t")) {
                words.append(xml.textInside());
            }
        }
        return words.toString();
    }

    /** Returns a text by its number; empty if there is none. */
    String get(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : "";
    }
}
