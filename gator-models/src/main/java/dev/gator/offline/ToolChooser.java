package dev.gator.offline;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Part;
import dev.gator.chat.ToolChoice;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Decides which tools the user's words call for. */
final class ToolChooser {

    private static final int NAME_WEIGHT = 3;
    private static final int PARAMETER_WEIGHT = 1;
    private static final int ENOUGH = 3;

    private final Reading reading;
    private final ValueFinder values;

    ToolChooser(Reading reading, ValueFinder values) {
        this.reading = reading;
        this.values = values;
    }

    /** Returns the calls to make now; none if the tools have answered already or none fits. */
    List<Part.ToolCall> choose(ChatRequest request) {
        List<ToolSpec> wanted = wanted(request);
        List<Part.ToolCall> calls = new ArrayList<>();
        for (ToolSpec tool : wanted) {
            Json arguments = new SchemaFiller(tool.parameters().json(), values).fill();
            String id = "call-" + Integer.toHexString((tool.name() + arguments + calls.size()).hashCode());
            calls.add(new Part.ToolCall(id, tool.name(), arguments.toString()));
        }
        return calls;
    }

    private List<ToolSpec> wanted(ChatRequest request) {
        ToolChoice choice = request.toolChoice();
        List<ToolSpec> tools = request.tools();
        if (choice instanceof ToolChoice.None || (tools.isEmpty() && !(choice instanceof ToolChoice.Named))) {
            return List.of();
        }
        if (choice instanceof ToolChoice.Named named) {
            return List.of(tools.stream()
                    .filter(tool -> tool.name().equals(named.name()))
                    .findFirst()
                    .orElseThrow(() -> new GatorException(
                            CallError.BAD_ARGUMENT,
                            "the request demands the tool " + named.name() + " but offers none")));
        }
        if (choice instanceof ToolChoice.Required) {
            return List.of(
                    tools.stream().max(Comparator.comparingInt(this::fit)).orElseThrow());
        }
        List<String> answered =
                reading.results().stream().map(Part.ToolResult::name).toList();
        return tools.stream()
                .filter(tool -> !answered.contains(tool.name()) && fit(tool) >= ENOUGH)
                .toList();
    }

    private int fit(ToolSpec tool) {
        Set<String> words = KeyWords.of(reading.question());
        int parameters = tool.parameters().json().optionalObject("properties").stream()
                .flatMap(properties -> properties.keys().stream())
                .mapToInt(name -> KeyWords.shared(words, KeyWords.ofName(name)))
                .sum();
        return NAME_WEIGHT * KeyWords.shared(KeyWords.ofName(tool.name()), words)
                + KeyWords.shared(KeyWords.of(tool.description()), words) * 2
                + PARAMETER_WEIGHT * parameters;
    }
}
