package dev.gator.rag.parse.table;

import dev.gator.rag.parse.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table with typed columns.
 *
 * @param name the sheet or file
 * @param columns its columns; those without a heading are called {@code column 3}
 * @param rows its cells below the headings; an empty cell is an empty text, and a row ends with its last word
 */
public record Table(String name, List<Column> columns, List<List<String>> rows) {

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Makes a table of cells. The first row names the columns if it holds words only; rows without a word are left out.
     */
    public static Table of(String name, List<List<String>> cells) {
        List<List<String>> said = cells.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        int width = said.stream().mapToInt(Table::width).max().orElse(0);
        boolean headed = !said.isEmpty() && said.get(0).stream().allMatch(Table::isWord);
        List<String> names = headed ? said.get(0) : List.of();
        List<List<String>> rows =
                said.stream().skip(headed ? 1 : 0).map(Table::trimmed).toList();
        List<Column> columns =
                IntStream.range(0, width).mapToObj(i -> column(names, i, rows)).toList();
        return new Table(name, columns, rows);
    }

    private static Column column(List<String> names, int index, List<List<String>> rows) {
        String name = index < names.size() ? names.get(index).strip() : "";
        List<String> cells = rows.stream()
                .filter(row -> index < row.size())
                .map(row -> row.get(index))
                .toList();
        return new Column(name.isEmpty() ? "column " + (index + 1) : name, ColumnType.of(cells));
    }

    private static boolean isWord(String cell) {
        return cell.isBlank() || ColumnType.of(List.of(cell)) == ColumnType.TEXT;
    }

    private static int width(List<String> row) {
        int width = row.size();
        while (width > 0 && row.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    /** Rows are not filled up: one wide row among many short ones would cost more than the file holds. */
    private static List<String> trimmed(List<String> row) {
        return List.copyOf(row.subList(0, width(row)));
    }

    /** Returns the table as lines of text, headings first. */
    public String text() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(Column::name).toList());
        all.addAll(rows);
        return TableText.of(all);
    }

    /** Returns its columns and their types, such as {@code sku text, price number}. */
    public String layout() {
        return columns.stream().map(Column::toString).collect(Collectors.joining(", "));
    }
}
