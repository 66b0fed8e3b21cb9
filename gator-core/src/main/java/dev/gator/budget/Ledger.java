package dev.gator.budget;

import dev.gator.error.Require;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Remembers settled calls for bills and reports; the oldest lines go when it is full. Thread-safe. */
public final class Ledger {

    private static final String CSV_HEAD =
            "at,budget,model,input,output,cachedRead,cachedWrite,reasoning,counted,cost,currency\n";

    private final int capacity;
    private final Deque<LedgerLine> lines = new ArrayDeque<>();

    private Ledger(int capacity) {
        this.capacity = capacity;
    }

    /** Returns a ledger of at most that many lines. */
    public static Ledger ofLines(int capacity) {
        return new Ledger(Require.range("ledger lines", capacity, 1, 10_000_000));
    }

    /** Writes a line. */
    public synchronized void add(LedgerLine line) {
        if (lines.size() == capacity) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /** Returns the lines, oldest first. */
    public synchronized List<LedgerLine> lines() {
        return List.copyOf(lines);
    }

    /** Returns one JSON object on each line. */
    public String toJsonLines() {
        return lines().stream().map(line -> line.toJson() + "\n").collect(Collectors.joining());
    }

    /** Returns comma-separated values with a head line; an unknown cost is an empty field. */
    public String toCsv() {
        return CSV_HEAD + lines().stream().map(Ledger::csv).collect(Collectors.joining());
    }

    private static String csv(LedgerLine line) {
        return String.join(
                        ",",
                        line.at().toString(),
                        quoted(line.budget()),
                        quoted(line.model()),
                        Long.toString(line.usage().input()),
                        Long.toString(line.usage().output()),
                        Long.toString(line.usage().cachedRead()),
                        Long.toString(line.usage().cachedWrite()),
                        Long.toString(line.usage().reasoning()),
                        line.usage().origin().name(),
                        line.cost().map(c -> c.amount().toPlainString()).orElse(""),
                        line.cost().map(c -> c.currency().getCurrencyCode()).orElse(""))
                + "\n";
    }

    private static String quoted(String text) {
        // a leading sign would make a spreadsheet run the cell as a formula
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
