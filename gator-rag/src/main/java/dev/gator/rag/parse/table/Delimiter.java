package dev.gator.rag.parse.table;

import java.util.Arrays;
import java.util.List;

/** Tells what stands between the cells: the mark that comes equally often, and often, in the first lines. */
final class Delimiter {

    private static final String CANDIDATES = ",;\t|";
    private static final int HEAD = 20_000;
    private static final int LINES = 20;

    private Delimiter() {}

    static char of(String text) {
        List<int[]> lines = counts(text.substring(0, Math.min(text.length(), HEAD)));
        int best = 0;
        int bestScore = -1;
        for (int i = 0; i < CANDIDATES.length(); i++) {
            int score = score(lines, i);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return CANDIDATES.charAt(best);
    }

    /** Lines that have as many as the first count ten times as much as the marks themselves. */
    private static int score(List<int[]> lines, int candidate) {
        int first = lines.get(0)[candidate];
        if (first == 0) {
            return 0;
        }
        int agreeing = 0;
        for (int[] line : lines) {
            agreeing += line[candidate] == first ? 1 : 0;
        }
        return agreeing * 10 + Math.min(first, 9);
    }

    private static List<int[]> counts(String head) {
        int[][] lines = new int[LINES][CANDIDATES.length()];
        int line = 0;
        boolean quoted = false;
        for (int i = 0; i < head.length() && line < LINES; i++) {
            char c = head.charAt(i);
            quoted ^= c == '"';
            int candidate = quoted ? -1 : CANDIDATES.indexOf(c);
            if (candidate >= 0) {
                lines[line][candidate]++;
            } else if (c == '\n' && !quoted) {
                line++;
            }
        }
        return Arrays.asList(lines).subList(0, Math.max(1, Math.min(line, LINES)));
    }
}
