package dev.gator.rag.parse.office;

import dev.gator.rag.document.BlockKind;
import dev.gator.rag.parse.TableText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A shape on a slide.
 *
 * @param role what the layout uses it for, such as {@code title}; empty if for nothing
 * @param lines its paragraphs
 * @param rows its cells, if it is a table
 */
record Shape(String role, List<Line> lines, List<List<String>> rows) {

    private static final Set<String> TITLES = Set.of("title", "ctrTitle");
    private static final Set<String> FURNITURE = Set.of("sldNum", "dt", "ftr", "hdr", "sldImg");

    /**
     * A paragraph.
     *
     * @param level how far it is indented
     * @param words its words
     */
    record Line(int level, String words) {}

    boolean isTitle() {
        return TITLES.contains(role);
    }

    /** Returns whether it says the same on every slide. */
    boolean isFurniture() {
        return FURNITURE.contains(role);
    }

    BlockKind kind() {
        if (!rows.isEmpty()) {
            return BlockKind.TABLE;
        }
        return said().size() > 1 ? BlockKind.LIST : BlockKind.PARAGRAPH;
    }

    String words() {
        return switch (kind()) {
            case TABLE -> TableText.of(rows);
            case LIST ->
                said().stream()
                        .map(line -> "  ".repeat(line.level()) + "- " + line.words())
                        .collect(Collectors.joining("\n"));
            default -> plain();
        };
    }

    String plain() {
        return said().stream().map(Line::words).collect(Collectors.joining("\n"));
    }

    String line() {
        return said().stream().map(Line::words).collect(Collectors.joining(" "));
    }

    private List<Line> said() {
        return lines.stream().filter(line -> !line.words().isBlank()).toList();
    }
}
