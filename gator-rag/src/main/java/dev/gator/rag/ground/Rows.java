package dev.gator.rag.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the rows of a table aloud: each cell behind the name of its column. */
final class Rows {

    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern RULE = Pattern.compile("[\\s|:-]*");

    private Rows() {}

    /** Returns a row as a sentence such as {@code Plan: Basic; price: 10 euros.}; empty if it only draws a line. */
    static String told(String header, String row) {
        if (RULE.matcher(row).matches()) {
            return "";
        }
        List<String> names = cells(header);
        List<String> cells = cells(row);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                String name = i < names.size() ? names.get(i) : "";
                told.add(name.isEmpty() ? cells.get(i) : name + ": " + cells.get(i));
            }
        }
        return told.isEmpty() ? "" : String.join("; ", told) + ".";
    }

    private static List<String> cells(String row) {
        String inner = row.strip().startsWith("|") ? row.strip().substring(1) : row;
        List<String> cells = new ArrayList<>();
        for (String cell : BAR.split(inner, -1)) {
            cells.add(Plain.line(cell.replace("\\|", "|")));
        }
        boolean closed = cells.size() > 1 && cells.get(cells.size() - 1).isEmpty();
        return closed ? cells.subList(0, cells.size() - 1) : cells;
    }
}
