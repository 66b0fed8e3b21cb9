package dev.gator.rag.parse.office;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.table.CellCount;
import dev.gator.rag.parse.table.Table;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads the visible sheets of an Excel workbook as tables: the values that Excel last computed, never formulas. */
public final class WorkbookReader {

    private WorkbookReader() {}

    /**
     * Reads a workbook. Sheets without a word are left out.
     *
     * @throws GatorException BROKEN, ENCRYPTED, HOSTILE, or TOO_LARGE if there are more sheets or cells than allowed
     */
    public static List<Table> read(Source source, CallContext context) {
        try (OfficeFile file = OfficeFile.open(source, context)) {
            return tables(file, context);
        }
    }

    static List<Table> tables(OfficeFile file, CallContext context) {
        String main = file.main("xl/workbook.xml");
        Relations relations = file.relations(main);
        CellFormats formats = CellFormats.of(file, relations);
        SharedStrings strings = SharedStrings.of(file, relations);
        CellCount count = new CellCount(file.source(), context);
        Workbook book = Workbook.of(file, main);
        List<Table> tables = new ArrayList<>();
        for (Workbook.Sheet sheet : book.sheets()) {
            String part = relations.target(sheet.id()).filter(file::has).orElse("");
            if (!part.isEmpty()) {
                try (XmlCursor xml = file.xml(part)) {
                    CellValues values = new CellValues(strings, formats, book.since1904());
                    tables.add(Table.of(sheet.name(), new SheetReader(xml, values, count).rows()));
                }
            }
        }
        return tables.stream().filter(table -> !table.columns().isEmpty()).toList();
    }
}
