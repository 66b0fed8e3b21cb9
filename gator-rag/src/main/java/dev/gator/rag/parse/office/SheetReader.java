package dev.gator.rag.parse.office;

import dev.gator.rag.parse.table.CellCount;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads the cells of a sheet, each into its column. */
final class SheetReader {

    private static final int COLUMNS = 16_384;

    private final XmlCursor xml;
    private final CellValues values;
    private final CellCount count;
    private final List<List<String>> rows = new ArrayList<>();

    SheetReader(XmlCursor xml, CellValues values, CellCount count) {
        this.xml = xml;
        this.values = values;
        this.count = count;
    }

    List<List<String>> rows() {
        while (xml.next()) {
            if (xml.starts("row")) {
                rows.add(new ArrayList<>());
            } else if (xml.starts("c") && !rows.isEmpty()) {
                cell(rows.get(rows.size() - 1));
            }
        }
        return rows;
    }

    private void cell(List<String> row) {
        int column = xml.attribute("r").map(SheetReader::column).orElse(row.size());
        String type = xml.attribute("t").orElse("n");
        int style = Digits.of(xml.attribute("s").orElse("0"), 0);
        String words = values.text(type, style, value());
        if (words.isEmpty()) {
            return;
        }
        int missing = Math.max(0, column - row.size());
        count.add(missing + 1);
        for (int i = 0; i < missing; i++) {
            row.add("");
        }
        row.add(words);
    }

    private String value() {
        String value = "";
        while (!xml.ends("c") && xml.next()) {
            if (xml.starts("v")) {
                value = xml.textInside();
            } else if (xml.starts("is")) {
                value = SharedStrings.text(xml, "is");
            }
        }
        return value;
    }

    /** Returns the column, counted from 0, of a place such as {@code AB12}. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
            column = Math.min(COLUMNS, column * 26 + place.charAt(i) - 'A' + 1);
        }
        return Math.max(0, column - 1);
    }
}
