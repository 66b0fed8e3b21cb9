package dev.gator.local;

import java.util.List;

/** One value of a GGUF file's metadata. */
sealed interface GgufValue {

    /** A whole number of any width. */
    record Whole(long value) implements GgufValue {}

    /** A fraction. */
    record Real(double value) implements GgufValue {}

    /** Yes or no. */
    record Flag(boolean value) implements GgufValue {}

    /** A text. */
    record Text(String value) implements GgufValue {}

    /** A list of texts, such as the vocabulary. */
    record Texts(List<String> values) implements GgufValue {}

    /** A list of 32-bit whole numbers, such as the kinds of tokens. */
    record Wholes(List<Integer> values) implements GgufValue {}

    /** Any other list; its content was stepped over. */
    record Skipped(int elementType, long count) implements GgufValue {}
}
