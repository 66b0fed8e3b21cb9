package dev.gator.rag.parse.table;

import java.util.List;
import java.util.regex.Pattern;

/** What the cells of a column hold. */
public enum ColumnType {
    /** Yes and no. */
    TRUTH(Pattern.compile("(?i)true|false|yes|no")),
    /** Numbers, perhaps grouped or in percent. */
    NUMBER(Pattern.compile("[-+]?(?:\\d{1,30}|\\d{1,3}(?:,\\d{3}){1,9})(?:\\.\\d{1,30})?(?:[eE][-+]?\\d{1,3})?\\s?%?")),
    /** Days, perhaps with a time, as ISO 8601 writes them. */
    DATE(Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[-+]\\d\\d:?\\d\\d)?)?")),
    /** Anything. */
    TEXT(Pattern.compile("(?s).*"));

    private static final int LONGEST_TYPED = 80;

    private final Pattern form;

    ColumnType(Pattern form) {
        this.form = form;
    }

    /** Returns the narrowest type that all of these cells have; blank cells have every type. */
    static ColumnType of(List<String> cells) {
        List<String> said = cells.stream().filter(cell -> !cell.isBlank()).toList();
        if (said.isEmpty()) {
            return TEXT;
        }
        for (ColumnType type : values()) {
            if (said.stream().allMatch(type::fits)) {
                return type;
            }
        }
        return TEXT;
    }

    private boolean fits(String cell) {
        return this == TEXT
                || (cell.length() <= LONGEST_TYPED && form.matcher(cell.strip()).matches());
    }
}
