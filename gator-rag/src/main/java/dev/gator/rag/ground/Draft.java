package dev.gator.rag.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a writer wrote, with its marks such as {@code [2]} taken out of the words.
 *
 * @param text the words
 * @param marks where which source was named
 */
record Draft(String text, List<Mark> marks) {

    private static final Pattern MARK =
            Pattern.compile("[ \\t]*(?:\\[|【)(?:[Ss]ources?\\s*)?(\\d{1,3}(?:\\s*[,;–-]\\s*\\d{1,3})*)(?:]|】)(?!\\()");

    private static final Pattern DASH = Pattern.compile("\\s*[–-]\\s*");
    private static final int LONGEST_RANGE = 20;
    private static final Pattern COMMA = Pattern.compile("\\s*[,;]\\s*");

    /**
     * A source named in a text.
     *
     * @param after the place behind which it is named
     * @param number the source, from 1
     */
    record Mark(int after, int number) {

        Mark back(int characters) {
            return new Mark(after - characters, number);
        }
    }

    static Draft read(String written) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        Matcher found = MARK.matcher(written);
        int at = 0;
        while (found.find()) {
            text.append(written, at, found.start());
            for (String range : COMMA.split(found.group(1), -1)) {
                numbers(range).forEach(number -> marks.add(new Mark(text.length(), number)));
            }
            at = found.end();
        }
        text.append(written, at, written.length());
        int lead = text.length() - text.toString().stripLeading().length();
        String stripped = text.toString().strip();
        return new Draft(stripped, marks.stream().map(mark -> mark.back(lead)).toList());
    }

    /** Returns the sources named within or right behind a sentence, each once. */
    List<Integer> marksOf(TextSpan sentence, TextSpan next) {
        return marks.stream()
                .filter(mark -> mark.after() > sentence.start() && mark.after() <= next.start())
                .map(Mark::number)
                .distinct()
                .toList();
    }

    /** Returns the numbers of {@code 2} or {@code 2-4}. */
    private static List<Integer> numbers(String range) {
        String[] ends = DASH.split(range, -1);
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        return last < first || last - first > LONGEST_RANGE
                ? List.of(first, last)
                : IntStream.rangeClosed(first, last).boxed().toList();
    }

    /** Returns the draft without a sentence; what was marked behind it goes with it. */
    Draft without(TextSpan sentence) {
        int length = sentence.end() - sentence.start();
        List<Mark> left = marks.stream()
                .filter(mark -> mark.after() <= sentence.start() || mark.after() > sentence.end())
                .map(mark -> mark.after() > sentence.end() ? mark.back(length) : mark)
                .toList();
        return new Draft(text.substring(0, sentence.start()) + text.substring(sentence.end()), left);
    }
}
