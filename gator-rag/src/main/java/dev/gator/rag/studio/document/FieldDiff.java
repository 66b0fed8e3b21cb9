package dev.gator.rag.studio.document;

import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ReelScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one part of a script differs from another state of it, word by word.
 *
 * @param field which part
 * @param pieces the words of both, in order
 */
public record FieldDiff(ReelField field, List<Piece> pieces) {

    /** What became of some words. */
    public enum Kind {
        /** In both. */
        KEPT,
        /** Only in the older one. */
        REMOVED,
        /** Only in the newer one. */
        ADDED
    }

    /**
     * Words that met the same fate.
     *
     * @param kind what became of them
     * @param text the words
     */
    public record Piece(Kind kind, String text) {}

    /** Copies the list. */
    public FieldDiff {
        pieces = List.copyOf(pieces);
    }

    /** Returns the parts that differ. */
    static List<FieldDiff> between(ReelScript before, ReelScript after) {
        return Stream.of(ReelField.values())
                .filter(field -> !before.text(field).equals(after.text(field)))
                .map(field -> of(field, before.text(field), after.text(field)))
                .toList();
    }

    private static FieldDiff of(ReelField field, String before, String after) {
        List<String> left = words(before);
        List<String> right = words(after);
        int[][] common = common(left, right);
        List<Piece> single = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                single.add(new Piece(Kind.KEPT, left.get(i++)));
                j++;
            } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
                single.add(new Piece(Kind.REMOVED, left.get(i++)));
            } else {
                single.add(new Piece(Kind.ADDED, right.get(j++)));
            }
        }
        return new FieldDiff(field, joined(single));
    }

    /** Returns how long the longest common sequence of words is from each pair of places on. */
    private static int[][] common(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Piece> joined(List<Piece> single) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : single) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).kind == piece.kind) {
                joined.set(last, new Piece(piece.kind, joined.get(last).text + " " + piece.text));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? Collections.emptyList() : List.of(text.strip().split("\\s+"));
    }
}
