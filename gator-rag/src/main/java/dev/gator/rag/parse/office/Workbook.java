package dev.gator.rag.parse.office;

import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of contents of a workbook.
 *
 * @param sheets its visible sheets in order
 * @param since1904 whether days are counted as the first Macintosh did
 */
record Workbook(List<Sheet> sheets, boolean since1904) {

    /**
     * A sheet.
     *
     * @param name what people call it
     * @param id what the relations call it
     */
    record Sheet(String name, String id) {}

    static Workbook of(OfficeFile file, String main) {
        List<Sheet> sheets = new ArrayList<>();
        boolean since1904 = false;
        try (XmlCursor xml = file.xml(main)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    String value = xml.attribute("date1904").orElse("0");
                    since1904 = value.equals("1") || value.equals("true");
                } else if (xml.starts("sheet")
                        && xml.attribute("state").orElse("visible").equals("visible")) {
                    sheets.add(new Sheet(
                            xml.attribute("name").orElse("sheet " + (sheets.size() + 1)),
                            xml.qualified("id").orElse("")));
                    allow(sheets.size(), file);
                }
            }
        }
        return new Workbook(sheets, since1904);
    }

    private static void allow(int sheets, OfficeFile file) {
        int most = file.source().limits().pages();
        if (sheets > most) {
            throw file.source().tooLarge("pages", most);
        }
    }
}
