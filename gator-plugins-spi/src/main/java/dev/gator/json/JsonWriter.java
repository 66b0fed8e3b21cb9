package dev.gator.json;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;

/** Appends JSON to one builder; escapes control characters and lone surrogates, so that the text survives UTF-8. */
final class JsonWriter {

    /** How the text looks. */
    enum Layout {
        COMPACT,
        PRETTY,
        CANONICAL
    }

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final Layout layout;

    private JsonWriter(Layout layout) {
        this.layout = layout;
    }

    static String write(Json value, Layout layout) {
        JsonWriter writer = new JsonWriter(layout);
        writer.value(value, 0);
        return writer.out.toString();
    }

    private void value(Json value, int level) {
        if (value instanceof JsonString string) {
            string(string.value());
        } else if (value instanceof JsonObject object) {
            container('{', '}', members(object), level, (member, inner) -> {
                string(member.name());
                out.append(layout == Layout.PRETTY ? ": " : ":");
                value(member.value(), inner);
            });
        } else if (value instanceof JsonArray array) {
            container('[', ']', array.iterator(), level, this::value);
        } else if (value instanceof JsonNumber number && layout == Layout.CANONICAL) {
            out.append(number.normalised());
        } else {
            out.append(value);
        }
    }

    private Iterator<JsonObject.Member> members(JsonObject object) {
        if (layout != Layout.CANONICAL) {
            return object.iterator();
        }
        List<JsonObject.Member> sorted = StreamSupport.stream(object.spliterator(), false)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        return sorted.iterator();
    }

    private <T> void container(char open, char close, Iterator<T> items, int level, BiConsumer<T, Integer> item) {
        out.append(open);
        boolean any = items.hasNext();
        while (items.hasNext()) {
            indent(level + 1);
            item.accept(items.next(), level + 1);
            if (items.hasNext()) {
                out.append(',');
            }
        }
        if (any) {
            indent(level);
        }
        out.append(close);
    }

    private void indent(int level) {
        if (layout == Layout.PRETTY) {
            out.append('\n').append("  ".repeat(level));
        }
    }

    private void string(String text) {
        out.append('"');
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (c > Character.MAX_SURROGATE) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(text, copied, i);
            escape(c);
            copied = i + 1;
        }
        out.append(text, copied, text.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((c >> shift) & 0xf));
                }
            }
        }
    }
}
