package dev.gator.rag.parse.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds symbols in languages that put bodies into braces. Looks into types, not into functions. */
final class BracedSymbols {

    private static final int LONGEST_HEADER = 2_000;
    private static final int DEEPEST = 20;

    private final String text;
    private final String mask;
    private final CodeLanguage language;
    private final List<Symbol> symbols = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int boundary;
    private int parentheses;
    private int innerBraces;

    BracedSymbols(String text, String mask, CodeLanguage language) {
        this.text = text;
        this.mask = mask;
        this.language = language;
    }

    List<Symbol> find() {
        int at = 0;
        while (at < mask.length()) {
            at = step(mask.charAt(at), at);
        }
        while (!open.isEmpty()) {
            close(mask.length());
        }
        symbols.sort(Comparator.comparingInt(Symbol::start).thenComparing(Symbol::end, Comparator.reverseOrder()));
        return symbols;
    }

    private int step(char c, int at) {
        switch (c) {
            case '(', '[' -> parentheses++;
            case ')', ']' -> parentheses = Math.max(0, parentheses - 1);
            case ';' -> boundary = parentheses == 0 ? at + 1 : boundary;
            case '{' -> {
                return parentheses == 0 ? brace(at) : inner(at);
            }
            case '}' -> endBrace(at + 1);
            default -> {
                // part of a header or of nothing
            }
        }
        return at + 1;
    }

    private int inner(int at) {
        innerBraces++;
        return at + 1;
    }

    private void endBrace(int end) {
        if (innerBraces > 0) {
            innerBraces--;
            return;
        }
        parentheses = 0; // one that is never closed would hide the rest of the file
        close(end);
        boundary = end;
    }

    /** Returns where to go on: inside a type, after anything else. */
    private int brace(int at) {
        int from = Math.max(boundary, at - LONGEST_HEADER);
        Optional<Header> header =
                open.size() < DEEPEST ? Header.of(mask.substring(from, at), language) : Optional.empty();
        if (header.isPresent() && header.get().kind() == SymbolKind.TYPE) {
            open.push(new Open(
                    header.get().name(),
                    Lines.above(text, mask, from + header.get().start(), boundary)));
            boundary = at + 1;
            return at + 1;
        }
        int end = bodyEnd(at);
        header.ifPresent(function -> symbols.add(new Symbol(
                SymbolKind.FUNCTION,
                path(function.name()),
                Lines.above(text, mask, from + function.start(), boundary),
                end)));
        boundary = end;
        return end;
    }

    private int bodyEnd(int at) {
        int depth = 0;
        for (int i = at; i < mask.length(); i++) {
            char c = mask.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return mask.length();
    }

    private void close(int end) {
        if (!open.isEmpty()) {
            Open type = open.pop();
            symbols.add(new Symbol(SymbolKind.TYPE, path(type.name), type.start, end));
        }
    }

    private List<String> path(String name) {
        List<String> path = new ArrayList<>();
        open.descendingIterator().forEachRemaining(outer -> path.add(outer.name));
        path.add(name);
        return path;
    }

    private record Open(String name, int start) {}
}
