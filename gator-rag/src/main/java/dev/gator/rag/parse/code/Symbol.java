package dev.gator.rag.parse.code;

import java.util.List;

/**
 * A named part of a program.
 *
 * @param kind what it is
 * @param path the names of what it lies in, outermost first, and its own name last
 * @param start where it begins, with the comments and annotations above it
 * @param end where it ends, exclusive
 */
public record Symbol(SymbolKind kind, List<String> path, int start, int end) {

    /** Copies the path. */
    public Symbol {
        path = List.copyOf(path);
    }

    /** Returns its own name. */
    public String name() {
        return path.get(path.size() - 1);
    }
}
