package dev.gator.local;

import dev.gator.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the rules of one grammar; equal rules are kept once. */
final class GrammarRules {

    private static final String WHOLE = "(\"0\" | [1-9] [0-9]{0,15})";
    private static final String FRACTION = "(\".\" [0-9]{1,15})? ([eE] [-+]? [0-9]{1,2})?";

    private final Map<String, String> nameOfBody = new LinkedHashMap<>();
    private final Map<String, String> bodyOfName = new LinkedHashMap<>();
    private int count;

    GrammarRules() {
        bodyOfName.put("sp", "\" \"?");
    }

    /** Adds a rule and returns its name. */
    String add(String body) {
        return nameOfBody.computeIfAbsent(body, text -> {
            String name = reserve();
            bodyOfName.put(name, text);
            return name;
        });
    }

    /** Returns a name whose body comes later. */
    String reserve() {
        return "r" + count++;
    }

    /** Gives a name its body. */
    void define(String name, String body) {
        bodyOfName.put(name, body);
    }

    /** Returns the grammar that begins with {@code body}. */
    String text(String body) {
        StringBuilder text = new StringBuilder("root ::= ").append(body).append('\n');
        bodyOfName.forEach(
                (name, rule) -> text.append(name).append(" ::= ").append(rule).append('\n'));
        return text.toString();
    }

    /** Returns exactly that value, as one line of JSON. */
    String literal(Json value) {
        return quoted(value.toString());
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    String character() {
        return add("[^\"\\\\\\x00-\\x1F\\x7F] | \"\\\\\" ([\"\\\\/bfnrt] | \"u\" [0-9a-fA-F]{4})");
    }

    String integer(boolean notNegative) {
        return (notNegative ? "" : "\"-\"? ") + WHOLE;
    }

    String number(boolean notNegative) {
        return integer(notNegative) + " " + FRACTION;
    }

    String date() {
        return add(
                "[12] [0-9] [0-9] [0-9] \"-\" (\"0\" [1-9] | \"1\" [0-2]) \"-\" (\"0\" [1-9] | [12] [0-9] | \"30\")");
    }

    String time() {
        return add("([01] [0-9] | \"2\" [0-3]) \":\" [0-5] [0-9] \":\" [0-5] [0-9]");
    }

    String anyString() {
        return add("\"\\\"\" " + character() + "* \"\\\"\"");
    }

    String map(String value) {
        String member = add(anyString() + " sp \":\" sp " + value);
        return "\"{\" sp (" + member + " (sp \",\" sp " + member + ")*)? sp \"}\"";
    }

    String anyObject() {
        return map(anyValue());
    }

    String anyValue() {
        if (!bodyOfName.containsKey("any")) {
            bodyOfName.put("any", ""); // holds the place while the rules below mention it
            String object = add(map("any"));
            String array = add("\"[\" sp (any (sp \",\" sp any)*)? sp \"]\"");
            String number = add(number(false));
            bodyOfName.put(
                    "any",
                    object + " | " + array + " | " + anyString() + " | " + number
                            + " | \"true\" | \"false\" | \"null\"");
        }
        return "any";
    }
}
