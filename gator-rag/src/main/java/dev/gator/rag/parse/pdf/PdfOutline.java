package dev.gator.rag.parse.pdf;

import dev.gator.rag.document.BlockKind;
import dev.gator.rag.parse.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes paragraphs and headings of lines: what is set larger than most of the text, and is short, is a heading. */
final class PdfOutline {

    private static final double LARGER = 1.15;
    private static final int LONGEST_HEADING = 160;
    private static final int LEVELS = 4;

    private final List<PdfLine> lines;
    private final int body;
    private final List<Integer> headingSizes;

    private PdfOutline(List<PdfLine> lines) {
        this.lines = lines;
        Map<Integer, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(line.size(), line.words().length(), Integer::sum));
        this.body = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        this.headingSizes = letters.keySet().stream()
                .filter(size -> size > body * LARGER)
                .sorted((a, b) -> b - a)
                .toList();
    }

    static PdfOutline of(List<PdfLine> lines) {
        return new PdfOutline(lines);
    }

    void write(Draft draft) {
        int at = 0;
        while (at < lines.size()) {
            int end = endOfPart(at);
            part(lines.get(at), joined(lines.subList(at, end)), draft);
            at = end;
        }
    }

    private int endOfPart(int start) {
        PdfLine first = lines.get(start);
        int end = start + 1;
        while (end < lines.size() && belongsTo(first, lines.get(end))) {
            end++;
        }
        return end;
    }

    /** A heading that breaks over two lines is two paragraphs to PDFBox only if the gap is wide. */
    private boolean belongsTo(PdfLine first, PdfLine next) {
        boolean sameLook = isLarge(first) ? next.size() == first.size() : !isLarge(next);
        return sameLook && next.page() == first.page() && next.paragraph() == first.paragraph();
    }

    private boolean isLarge(PdfLine line) {
        return line.size() > body * LARGER;
    }

    private void part(PdfLine first, String words, Draft draft) {
        draft.page(first.page());
        if (isLarge(first) && words.length() <= LONGEST_HEADING && words.chars().anyMatch(Character::isLetter)) {
            draft.heading(Math.min(LEVELS, headingSizes.indexOf(first.size()) + 1), words);
        } else {
            draft.add(BlockKind.PARAGRAPH, words);
        }
    }

    private static String joined(List<PdfLine> part) {
        StringBuilder words = new StringBuilder();
        for (PdfLine line : part) {
            join(words, line.words());
        }
        return words.toString();
    }

    /** Puts a word together that was broken at the end of a line. */
    private static void join(StringBuilder words, String next) {
        int last = words.length() - 1;
        boolean hyphen = last > 0
                && words.charAt(last) == '-'
                && Character.isLetter(words.charAt(last - 1))
                && Character.isLowerCase(next.charAt(0));
        if (hyphen) {
            words.setLength(last);
        } else if (last >= 0) {
            words.append(' ');
        }
        words.append(next);
    }
}
