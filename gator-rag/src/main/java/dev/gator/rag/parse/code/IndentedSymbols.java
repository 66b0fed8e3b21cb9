package dev.gator.rag.parse.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds symbols in Python, where a body ends with the first line that is indented less. */
final class IndentedSymbols {

    private static final Pattern DECLARATION =
            Pattern.compile("(?:async\\s{1,9})?(class|def)\\s{1,9}([\\p{L}_]\\w{0,199})");
    private static final int DEEPEST = 20;
    private static final int TAB = 8;

    private final String text;
    private final String mask;
    private final List<Symbol> symbols = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int lastEnd;
    private int closed;
    private int parentheses;

    IndentedSymbols(String text, String mask) {
        this.text = text;
        this.mask = mask;
    }

    List<Symbol> find() {
        for (int start = 0; start < mask.length(); ) {
            int newLine = mask.indexOf('\n', start);
            int end = newLine < 0 ? mask.length() : newLine + 1;
            String line = mask.substring(start, end);
            if (!line.isBlank()) {
                line(start, line);
                lastEnd = end;
            } else if (!text.substring(start, end).isBlank() && parentheses == 0) {
                lastEnd = Math.max(lastEnd, open.isEmpty() ? lastEnd : docEnd(start, end));
            }
            start = end;
        }
        closeFrom(-1);
        symbols.sort(Comparator.comparingInt(Symbol::start).thenComparing(Symbol::end, Comparator.reverseOrder()));
        return symbols;
    }

    /** A text of documentation, which is blank in the mask, belongs to the body if it is indented like one. */
    private int docEnd(int start, int end) {
        return indent(text.substring(start, end)) > open.peek().indent ? end : lastEnd;
    }

    private void line(int start, String line) {
        if (parentheses == 0) {
            int indent = indent(line);
            boolean decorator = line.stripLeading().startsWith("@");
            closeFrom(indent);
            Matcher declared = DECLARATION.matcher(line.stripLeading());
            if (!decorator && declared.lookingAt() && open.size() < DEEPEST && !insideFunction()) {
                int from = Lines.above(text, mask, start, Math.max(closed, open.isEmpty() ? 0 : open.peek().start));
                open.push(new Open(declared.group(2), declared.group(1).equals("class"), indent, from));
            }
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            parentheses += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }
        parentheses = Math.max(0, parentheses);
    }

    private boolean insideFunction() {
        return open.stream().anyMatch(outer -> !outer.isType);
    }

    private void closeFrom(int indent) {
        while (!open.isEmpty() && open.peek().indent >= indent) {
            Open symbol = open.pop();
            List<String> path = new ArrayList<>();
            open.descendingIterator().forEachRemaining(outer -> path.add(outer.name));
            path.add(symbol.name);
            symbols.add(new Symbol(symbol.isType ? SymbolKind.TYPE : SymbolKind.FUNCTION, path, symbol.start, lastEnd));
            closed = lastEnd;
        }
    }

    private static int indent(String line) {
        int indent = 0;
        for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
            indent += line.charAt(i) == '\t' ? TAB : 1;
        }
        return indent;
    }

    private record Open(String name, boolean isType, int indent, int start) {}
}
