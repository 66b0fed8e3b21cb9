package dev.gator.rag.parse.office;

import dev.gator.rag.parse.xml.XmlCursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which styles of a document make headings and lists, and which lists are numbered. */
final class WordStyles {

    private static final int BODY = 9;

    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> lists = new HashSet<>();
    private final Map<String, String> abstracts = new HashMap<>();
    private final Set<String> numbered = new HashSet<>();

    private WordStyles() {}

    static WordStyles of(OfficeFile file, Relations relations) {
        WordStyles styles = new WordStyles();
        file.xml(relations, "styles").ifPresent(styles::readStyles);
        file.xml(relations, "numbering").ifPresent(styles::readNumbering);
        return styles;
    }

    private void readStyles(XmlCursor open) {
        try (XmlCursor xml = open) {
            String style = "";
            while (xml.next()) {
                if (xml.starts("style")) {
                    style = xml.attribute("styleId").orElse("");
                } else if (xml.isStart()) {
                    property(xml, style);
                }
            }
        }
    }

    private void property(XmlCursor xml, String style) {
        String value = xml.attribute("val").orElse("");
        switch (xml.name()) {
            case "name" -> named(style, value.toLowerCase(Locale.ROOT));
            case "basedOn" -> parents.put(style, value);
            case "outlineLvl" -> levels.put(style, Digits.of(value, BODY) + 1);
            case "numPr" -> lists.add(style);
            default -> {
                // how it looks
            }
        }
    }

    private void named(String style, String name) {
        if (name.equals("title")) {
            levels.putIfAbsent(style, 1);
        } else if (name.startsWith("heading ")) {
            levels.putIfAbsent(style, Digits.of(name.substring(8), BODY));
        }
    }

    private void readNumbering(XmlCursor open) {
        try (XmlCursor xml = open) {
            String outer = "";
            String level = "";
            while (xml.next()) {
                String value = xml.isStart() ? xml.attribute("val").orElse("") : "";
                if (xml.starts("abstractNum")) {
                    outer = xml.attribute("abstractNumId").orElse("");
                } else if (xml.starts("num")) {
                    outer = xml.attribute("numId").orElse("");
                } else if (xml.starts("abstractNumId")) {
                    abstracts.put(outer, value);
                } else if (xml.starts("lvl")) {
                    level = xml.attribute("ilvl").orElse("");
                } else if (xml.starts("numFmt") && !value.equals("bullet") && !value.equals("none")) {
                    numbered.add(outer + "/" + level);
                }
            }
        }
    }

    /** Returns the level of the heading that a style makes; empty if it makes none. */
    Optional<Integer> headingLevel(String style) {
        String at = style;
        for (int i = 0; i < BODY; i++) {
            Integer level = levels.get(at);
            if (level != null) {
                return level >= 1 && level <= BODY ? Optional.of(level) : Optional.empty();
            }
            at = parents.getOrDefault(at, "");
        }
        return Optional.empty();
    }

    /** Returns whether a style makes an item of a list. */
    boolean isList(String style) {
        return lists.contains(style);
    }

    /** Returns whether the items of a list on this level are numbered. */
    boolean isNumbered(String list, int level) {
        return numbered.contains(abstracts.getOrDefault(list, "") + "/" + level);
    }
}
