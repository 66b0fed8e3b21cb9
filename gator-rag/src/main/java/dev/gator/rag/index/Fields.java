package dev.gator.rag.index;

import java.nio.charset.StandardCharsets;

/** The names of Lucene fields and the terms in them. */
final class Fields {

    static final String ID = "id";
    static final String VECTOR = "vector";
    static final String NAMES = "names";

    /** The record itself. */
    static final String RECORD = "record";

    /** Lucene refuses terms beyond 32 KB; a filter never needs the beginning of a long text, only its sameness. */
    private static final int LONGEST_TERM = 1_000;

    private Fields() {}

    static String texts(String name) {
        return "s." + name;
    }

    static String numbers(String name) {
        return "n." + name;
    }

    static String flags(String name) {
        return "b." + name;
    }

    static String flag(boolean value) {
        return value ? "T" : "F";
    }

    /** Returns the term for a text, the same for equal texts only. */
    static String term(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= LONGEST_TERM ? "=" + text : "#" + bytes + ":" + Place.hash(text);
    }
}
