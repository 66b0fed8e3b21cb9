package dev.gator.rag.parse.office;

import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which styles of a workbook show numbers as days: a cell itself does not say. */
final class CellFormats {

    private static final int LONGEST_FORMAT = 255;

    private final Map<String, String> codes = new HashMap<>();
    private final List<Boolean> dates = new ArrayList<>();

    private CellFormats() {}

    static CellFormats of(OfficeFile file, Relations relations) {
        CellFormats formats = new CellFormats();
        file.xml(relations, "styles").ifPresent(formats::read);
        return formats;
    }

    private void read(XmlCursor open) {
        try (XmlCursor xml = open) {
            boolean cells = false;
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    codes.put(
                            xml.attribute("numFmtId").orElse(""),
                            xml.attribute("formatCode").orElse(""));
                } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                    cells = xml.isStart();
                } else if (cells && xml.starts("xf")) {
                    dates.add(showsDate(xml.attribute("numFmtId").orElse("0")));
                }
            }
        }
    }

    private boolean showsDate(String id) {
        String code = codes.get(id);
        return code == null ? isBuiltInDate(Digits.of(id, 0)) : mentionsDate(code);
    }

    private static boolean isBuiltInDate(int id) {
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    /** Letters for day, month, year, hour and second count, unless they stand in quotes, brackets or after a backslash. */
    private static boolean mentionsDate(String code) {
        String format =
                code.substring(0, Math.min(code.length(), LONGEST_FORMAT)).toLowerCase(Locale.ROOT);
        char closing = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (closing != 0) {
                closing = c == closing ? 0 : closing;
            } else if (c == '"' || c == '[') {
                closing = c == '"' ? '"' : ']';
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if ("dmyhs".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether cells of a style show days. */
    boolean isDate(int style) {
        return style >= 0 && style < dates.size() && dates.get(style);
    }
}
