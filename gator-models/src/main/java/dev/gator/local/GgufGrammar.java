package dev.gator.local;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.ToolChoice;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.tool.ToolSpec;
import java.util.List;
import java.util.Optional;

/**
 * The grammar that holds an answer to the form the request asks for. A tool call is a JSON object that names the tool and
 * its arguments; where the model may choose, an answer that begins with a brace is a call and any other is text.
 */
final class GgufGrammar {

    private static final String FREE_TEXT = "[^{ \\t\\r\\n] .* | \" \" [^{ \\t\\r\\n] .*";

    private GgufGrammar() {}

    /** Returns the grammar for the request, or empty if any text will do. */
    static Optional<String> of(ChatRequest request) {
        GrammarRules rules = new GrammarRules();
        Optional<String> format = format(rules, request.format());
        List<ToolSpec> tools = offered(request);
        if (tools.isEmpty()) {
            return format.map(rules::text);
        }
        String calls = rules.add(
                String.join(" | ", tools.stream().map(tool -> call(rules, tool)).toList()));
        boolean mustCall = !(request.toolChoice() instanceof ToolChoice.Auto);
        return Optional.of(rules.text(mustCall ? calls : calls + " | " + format.orElse(FREE_TEXT)));
    }

    /** Returns the tools that the answer may call. */
    static List<ToolSpec> offered(ChatRequest request) {
        ToolChoice choice = request.toolChoice();
        if (choice instanceof ToolChoice.None) {
            return List.of();
        }
        if (choice instanceof ToolChoice.Named named) {
            List<ToolSpec> one = request.tools().stream()
                    .filter(tool -> tool.name().equals(named.name()))
                    .toList();
            if (one.isEmpty()) {
                throw new GatorException(
                        CallError.BAD_ARGUMENT, "the request demands the tool " + named.name() + " but offers no such");
            }
            return one;
        }
        return request.tools();
    }

    private static Optional<String> format(GrammarRules rules, ResponseFormat format) {
        if (format instanceof ResponseFormat.Schema schema) {
            return Optional.of(new SchemaGrammar(rules, schema.schema().json()).add());
        }
        return format instanceof ResponseFormat.AnyJson ? Optional.of(rules.anyObject()) : Optional.empty();
    }

    private static String call(GrammarRules rules, ToolSpec tool) {
        String arguments = new SchemaGrammar(rules, tool.parameters().json()).add();
        return rules.add("\"{\" sp " + GrammarRules.quoted("\"tool\"") + " sp \":\" sp "
                + rules.literal(Json.of(tool.name())) + " sp \",\" sp " + GrammarRules.quoted("\"arguments\"")
                + " sp \":\" sp " + arguments + " sp \"}\"");
    }
}
