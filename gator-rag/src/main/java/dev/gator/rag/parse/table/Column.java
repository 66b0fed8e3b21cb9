package dev.gator.rag.parse.table;

import java.util.Locale;

/**
 * A column of a table.
 *
 * @param name its heading
 * @param type what its cells hold
 */
public record Column(String name, ColumnType type) {

    /** Returns name and type, such as {@code price number}. */
    @Override
    public String toString() {
        return name + " " + type.name().toLowerCase(Locale.ROOT);
    }
}
