package dev.gator.examples.cli;

import java.util.ArrayList;
import java.util.List;

/** The words behind a command: options with a value, and the rest. Belongs to one thread. */
final class Options {

    private final List<String> words;

    Options(List<String> words) {
        this.words = new ArrayList<>(words);
    }

    /** Takes the value behind a name out of the words. */
    String value(String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return otherwise;
        }
        words.remove(at);
        return words.remove(at);
    }

    /** Returns what has not been taken out. */
    String rest() {
        return String.join(" ", words);
    }
}
