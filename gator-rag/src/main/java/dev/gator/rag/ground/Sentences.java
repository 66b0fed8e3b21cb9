package dev.gator.rag.ground;

import dev.gator.content.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the sentences of a text with their places: list items, table rows and headings are sentences of their own. */
final class Sentences {

    private static final Pattern OWN_LINE = Pattern.compile("\\s*(?:(?:[-*•>]|\\d{1,3}[.)]|#{1,6})\\s.*|\\|.*)");
    private static final Pattern HEADING = Pattern.compile("\\s*#{1,6}\\s.*");
    private static final Pattern ORDINAL = Pattern.compile("(?:^|\\s)\\d{1,2}\\.$");
    private static final int LONGEST_ABBREVIATION = 8;
    private static final Pattern HARD_END = Pattern.compile("(?<=[।。！？])\\s*(?=\\S)");
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:^|.*[\\s(])(?:e\\.g|i\\.e|etc|vs|approx|ca|cf|No|Nr|Fig|Dr|Mr|Mrs|Ms|Prof|St|Sr|Sra|Inc|Ltd|Art|"
                    + "z\\.B|d\\.h|bzw|p\\.ej|\\p{Lu})\\.",
            Pattern.DOTALL);

    private Sentences() {}

    static List<TextSpan> in(String text, Language language) {
        List<TextSpan> found = new ArrayList<>();
        int block = 0;
        int at = 0;
        String before = "";
        while (at < text.length()) {
            int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            String line = text.substring(at, end);
            if (standsAlone(line, before)) {
                split(text, block, at, language, found);
                block = at;
            }
            before = line;
            at = end + 1;
        }
        split(text, block, text.length(), language, found);
        return found;
    }

    /** Returns whether a line is a row of a table. */
    static boolean isRow(String line) {
        return line.contains(" | ") || line.startsWith("|");
    }

    private static boolean standsAlone(String line, String before) {
        return line.isBlank()
                || before.isBlank()
                || OWN_LINE.matcher(line).matches()
                || HEADING.matcher(before).matches()
                || isRow(line)
                || isRow(before);
    }

    private static void split(String text, int from, int to, Language language, List<TextSpan> found) {
        if (from >= to) {
            return;
        }
        // a line that was wrapped does not end a sentence
        String flat = text.substring(from, to).replace('\n', ' ').replace('\r', ' ');
        BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(flat);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String tail = flat.substring(Math.max(start, end - LONGEST_ABBREVIATION), end);
            boolean goesOn = end < flat.length() && isAbbreviated(tail.strip(), language);
            if (!goesOn) {
                pieces(flat, start, end, from, found);
                start = end;
            }
        }
    }

    private static boolean isAbbreviated(String tail, Language language) {
        boolean ordinal = language.base().equals("de") && ORDINAL.matcher(tail).find(); // 3. Mai
        return ordinal || ABBREVIATED.matcher(tail).matches();
    }

    private static void pieces(String flat, int start, int end, int offset, List<TextSpan> found) {
        Matcher cut = HARD_END.matcher(flat).region(start, end);
        int at = start;
        while (cut.find()) {
            add(flat, at, cut.start(), offset, found);
            at = cut.end();
        }
        add(flat, at, end, offset, found);
    }

    private static void add(String flat, int start, int end, int offset, List<TextSpan> found) {
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(flat.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(flat.charAt(last - 1))) {
            last--;
        }
        if (first < last) {
            found.add(new TextSpan(offset + first, offset + last));
        }
    }
}
