package dev.gator.rag.parse.table;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values, whatever stands for the comma: it is told from the first lines. Cells may be quoted, and
 * then hold delimiters, line ends and doubled quotes.
 */
public final class CsvReader {

    private final String text;
    private final char delimiter;
    private final Source source;
    private final CellCount count;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvReader(String text, Source source, CallContext context) {
        this.text = text;
        this.source = source;
        this.delimiter = source.type().equals(Types.TSV) ? '\t' : Delimiter.of(text);
        this.count = new CellCount(source, context);
    }

    /**
     * Reads a file.
     *
     * @throws GatorException BROKEN if a quote is never closed, TOO_LARGE if there are more cells than the limits allow
     */
    public static Table read(Source source, CallContext context) {
        return Table.of(source.name(), new CsvReader(source.text(context), source, context).rows());
    }

    private List<List<String>> rows() {
        while (at < text.length()) {
            cell();
        }
        endRow();
        return rows;
    }

    private void cell() {
        int quoted = text.charAt(at) == '"' ? closingQuote() : at;
        int end = quoted;
        while (end < text.length() && text.charAt(end) != delimiter && !isLineEnd(text.charAt(end))) {
            end++;
        }
        String words = quoted == at ? text.substring(at, end) : unquoted(quoted) + text.substring(quoted, end);
        row.add(words);
        count.add(1);
        at = end;
        endOfCell();
    }

    /** Returns the position after the quote that ends the cell. */
    private int closingQuote() {
        int quote = at;
        do {
            quote = text.indexOf('"', quote + 1);
            if (quote < 0) {
                throw source.fault(ParseError.BROKEN, "the quote in row " + (rows.size() + 1) + " is never closed");
            }
            if (quote + 1 == text.length() || text.charAt(quote + 1) != '"') {
                return quote + 1;
            }
            quote++;
        } while (true);
    }

    private String unquoted(int end) {
        return text.substring(at + 1, end - 1).replace("\"\"", "\"");
    }

    private void endOfCell() {
        if (at == text.length()) {
            return;
        }
        char c = text.charAt(at++);
        if (c == delimiter) {
            // a delimiter at the very end begins one more cell, which nobody would come to read
            if (at == text.length()) {
                row.add("");
            }
            return;
        }
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        endRow();
    }

    private void endRow() {
        if (!row.isEmpty()) {
            rows.add(row);
            row = new ArrayList<>();
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
