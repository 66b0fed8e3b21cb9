package dev.gator.local;

import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into the pieces that a BERT network was trained on: lower case, no accents, greedy longest pieces. What
 * looks like a control token in a text is text. Immutable and thread-safe.
 *
 * <p>Written by hand because the usual native library calls its maker's telemetry each time a tokenizer is made.
 */
final class WordPieces {

    private static final String CONTINUED = "##";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int window;
    private final long begin;
    private final long end;
    private final long unknown;

    private WordPieces(Map<String, Integer> vocabulary, int window) {
        this.vocabulary = vocabulary;
        this.window = window;
        this.begin = vocabulary.getOrDefault("[CLS]", 101);
        this.end = vocabulary.getOrDefault("[SEP]", 102);
        this.unknown = vocabulary.getOrDefault("[UNK]", 100);
    }

    /** Reads the vocabulary of a {@code tokenizer.json}. */
    static WordPieces read(InputStream tokenizer, int window) throws IOException {
        String text = new String(tokenizer.readAllBytes(), StandardCharsets.UTF_8);
        JsonObject entries = Json.parse(text).asObject().object("model").object("vocab");
        Map<String, Integer> vocabulary = new HashMap<>(entries.size() * 2);
        for (JsonObject.Member entry : entries) {
            vocabulary.put(entry.name(), entry.value().asNumber().intValue());
        }
        return new WordPieces(vocabulary, window);
    }

    /** Returns the ids of the pieces, framed, cut at the window. */
    long[] idsOf(String text) {
        Ids ids = new Ids(window - 1);
        ids.add(begin);
        for (String word : words(normalised(text))) {
            if (ids.isFull()) {
                break;
            }
            addPieces(word, ids);
        }
        return ids.endingWith(end);
    }

    private void addPieces(String word, Ids ids) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            ids.add(unknown);
            return;
        }
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer piece = null;
            while (to > from && piece == null) {
                String part = word.substring(from, to);
                piece = vocabulary.get(from == 0 ? part : CONTINUED + part);
                to = piece == null ? word.offsetByCodePoints(to, -1) : to;
            }
            if (piece == null) {
                ids.add(unknown); // one unknown piece makes the word unknown
                return;
            }
            pieces.add(piece);
            from = to;
        }
        pieces.forEach(ids::add);
    }

    /** Drops control characters, makes all blanks one kind, gives ideographs room, drops accents, lowers the case. */
    private static String normalised(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isBlank(c)) {
                clean.append(' ');
            } else if (isIdeograph(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
            } else if (c != 0xFFFD && !isControl(c)) {
                clean.appendCodePoint(c);
            }
        });
        StringBuilder plain = new StringBuilder(clean.length());
        Normalizer.normalize(clean, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return plain.toString();
    }

    /** Returns the words; each punctuation mark is a word of its own. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean mark = isPunctuation(c);
            if (mark || isBlank(c)) {
                finish(word, words);
            }
            if (mark) {
                words.add(Character.toString(c));
            } else if (!isBlank(c)) {
                word.appendCodePoint(c);
            }
        });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isBlank(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isPunctuation(int c) {
        boolean ascii = c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        return ascii
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isIdeograph(int c) {
        return between(c, 0x4E00, 0x9FFF)
                || between(c, 0x3400, 0x4DBF)
                || between(c, 0x20000, 0x2A6DF)
                || between(c, 0x2A700, 0x2B73F)
                || between(c, 0x2B740, 0x2B81F)
                || between(c, 0x2B920, 0x2CEAF)
                || between(c, 0xF900, 0xFAFF)
                || between(c, 0x2F800, 0x2FA1F);
    }

    private static boolean between(int c, int first, int last) {
        return c >= first && c <= last;
    }

    /** A list of ids that takes no more than fit. */
    private static final class Ids {
        private final int most;
        private long[] ids = new long[32];
        private int size;

        Ids(int most) {
            this.most = most;
        }

        boolean isFull() {
            return size >= most;
        }

        void add(long id) {
            if (isFull()) {
                return;
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
            }
            ids[size++] = id;
        }

        long[] endingWith(long last) {
            long[] all = Arrays.copyOf(ids, size + 1);
            all[size] = last;
            return all;
        }
    }
}
