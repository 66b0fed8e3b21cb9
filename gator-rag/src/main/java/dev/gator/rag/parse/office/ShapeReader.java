package dev.gator.rag.parse.office;

import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads the shapes of a slide in the order in which they lie. */
final class ShapeReader {

    private final XmlCursor xml;
    private final List<Shape> shapes = new ArrayList<>();
    private String role = "";
    private List<Shape.Line> lines = new ArrayList<>();
    private List<List<String>> rows = new ArrayList<>();

    ShapeReader(XmlCursor xml) {
        this.xml = xml;
    }

    List<Shape> read() {
        while (xml.next()) {
            if (xml.isStart()) {
                begin();
            } else if (xml.isEnd()) {
                end(xml.name());
            }
        }
        return shapes;
    }

    private void begin() {
        switch (xml.name()) {
            case "Fallback" -> xml.textInside();
            case "ph" -> role = xml.attribute("type").orElse("body");
            case "tr" -> rows.add(new ArrayList<>());
            case "p" -> lines.add(line());
            default -> {
                // how it looks
            }
        }
    }

    private void end(String name) {
        if (name.equals("tc") && !rows.isEmpty()) {
            StringBuilder cell = new StringBuilder();
            lines.forEach(line -> cell.append(line.words()).append(' '));
            rows.get(rows.size() - 1).add(cell.toString());
            lines = new ArrayList<>();
        } else if (name.equals("sp") || name.equals("graphicFrame") || name.equals("pic")) {
            shapes.add(new Shape(role, lines, rows));
            role = "";
            lines = new ArrayList<>();
            rows = new ArrayList<>();
        }
    }

    /** Reads the paragraph that begins here. */
    private Shape.Line line() {
        StringBuilder words = new StringBuilder();
        int level = 0;
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.next()) {
            if (xml.starts("t")) {
                words.append(xml.textInside());
            } else if (xml.starts("br")) {
                words.append(' ');
            } else if (xml.starts("pPr")) {
                level = Math.min(8, Digits.of(xml.attribute("lvl").orElse("0"), 0));
            }
        }
        return new Shape.Line(level, words.toString().strip());
    }
}
