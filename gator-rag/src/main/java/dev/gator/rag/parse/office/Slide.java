package dev.gator.rag.parse.office;

import dev.gator.rag.document.BlockKind;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a slide says.
 *
 * @param title its title; empty if it has none
 * @param parts its other words
 * @param notes what the speaker says; empty if nothing is written down
 */
record Slide(String title, List<Part> parts, String notes) {

    /**
     * A shape with words.
     *
     * @param kind what it is
     * @param words its words
     */
    record Part(BlockKind kind, String words) {}

    static Slide read(OfficeFile file, String name) {
        List<Shape> shapes = shapes(file, name);
        String notes = file.relations(name)
                .firstOfType("notesSlide")
                .filter(file::has)
                .map(part -> notes(shapes(file, part)))
                .orElse("");
        String title = shapes.stream()
                .filter(Shape::isTitle)
                .map(Shape::line)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
        List<Part> parts = shapes.stream()
                .filter(shape -> !shape.isTitle() && !shape.isFurniture())
                .map(shape -> new Part(shape.kind(), shape.words()))
                .toList();
        return new Slide(title, parts, notes);
    }

    private static String notes(List<Shape> shapes) {
        return shapes.stream()
                .filter(shape -> !shape.isFurniture())
                .map(Shape::plain)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static List<Shape> shapes(OfficeFile file, String part) {
        try (XmlCursor xml = file.xml(part)) {
            return new ShapeReader(xml).read();
        }
    }
}
