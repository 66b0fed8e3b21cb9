package dev.gator.rag.parse;

import java.util.List;
import java.util.stream.Collectors;

/** How a table looks in the text of a document: a line for each row, cells between bars, the header first. */
public final class TableText {

    private static final String BAR = " | ";

    private TableText() {}

    /** Returns the rows as lines; rows without a word are left out. */
    public static String of(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .map(TableText::line)
                .collect(Collectors.joining("\n"));
    }

    /** Returns one row as a line. A bar inside a cell gets a backslash before it, a line end becomes a space. */
    public static String line(List<String> cells) {
        return cells.stream()
                .map(TableText::cell)
                .collect(Collectors.joining(BAR))
                .stripTrailing();
    }

    private static String cell(String words) {
        String line = CleanText.of(words).replace('\n', ' ').replace('\t', ' ').strip();
        return line.indexOf('|') < 0 ? line : line.replace("|", "\\|");
    }
}
