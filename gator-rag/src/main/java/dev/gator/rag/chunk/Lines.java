package dev.gator.rag.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds lines, the items of lists, and stretches of lines between empty ones. */
final class Lines {

    private static final Pattern BULLET =
            Pattern.compile("\\s*(?:[-*+\u2022\u25e6\u2023\u2013]|\\p{L}[.)]|\\d{1,4}[.)])\\s.*");

    private Lines() {}

    /** Returns the lines that are not empty, indentation included, line ends not. */
    static List<Extent> of(String text, Extent where) {
        List<Extent> lines = new ArrayList<>();
        int from = where.start();
        while (from < where.end()) {
            int to = from;
            while (to < where.end() && text.charAt(to) != '\n') {
                to++;
            }
            addUnlessBlank(lines, text, new Extent(from, to));
            from = to + 1;
        }
        return lines;
    }

    /** Returns the items of a list: each line that begins like one, with the lines up to the next. */
    static List<Extent> items(String text, Extent where) {
        List<Extent> items = new ArrayList<>();
        boolean marked = false;
        for (Extent line : of(text, where)) {
            boolean begins = BULLET.matcher(line.in(text)).matches();
            if (marked && !begins) {
                int last = items.size() - 1;
                items.set(last, new Extent(items.get(last).start(), line.end()));
            } else {
                items.add(line);
            }
            marked |= begins;
        }
        return items;
    }

    /** Returns the runs of lines that no empty line interrupts. */
    static List<Extent> stretches(String text, Extent where) {
        List<Extent> stretches = new ArrayList<>();
        for (Extent line : of(text, where)) {
            int last = stretches.size() - 1;
            if (last >= 0 && followsDirectly(text, stretches.get(last), line)) {
                stretches.set(last, new Extent(stretches.get(last).start(), line.end()));
            } else {
                stretches.add(line);
            }
        }
        return stretches;
    }

    private static boolean followsDirectly(String text, Extent before, Extent line) {
        return text.substring(before.end(), line.start())
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count()
                <= 1;
    }

    private static void addUnlessBlank(List<Extent> lines, String text, Extent line) {
        Extent inner = line.trimmed(text);
        if (!inner.isEmpty()) {
            lines.add(new Extent(line.start(), inner.end()));
        }
    }
}
