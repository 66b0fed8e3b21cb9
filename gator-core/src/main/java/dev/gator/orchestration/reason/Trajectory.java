package dev.gator.orchestration.reason;

import dev.gator.chat.ChatReply;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a model worked with its tools.
 *
 * @param steps what it thought, did and saw
 * @param answer what it said in the end
 */
public record Trajectory(List<Step> steps, ChatReply answer) {

    /** Copies the steps. */
    public Trajectory {
        steps = List.copyOf(steps);
    }

    /**
     * One use of a tool.
     *
     * @param thought what the model said before it, or an empty text
     * @param tool the tool
     * @param arguments the arguments as the model wrote them
     * @param observation what the tool answered
     * @param failed whether the tool failed
     */
    public record Step(String thought, String tool, String arguments, String observation, boolean failed) {}

    static Trajectory of(List<Message> messages, ChatReply answer) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i + 1 < messages.size(); i++) {
            if (messages.get(i) instanceof Message.Assistant said
                    && messages.get(i + 1) instanceof Message.ToolResults results) {
                said.toolCalls().forEach(call -> result(call, results)
                        .map(result -> new Step(
                                thought(said), call.name(), call.arguments(), result.content(), result.error()))
                        .ifPresent(steps::add));
            }
        }
        return new Trajectory(steps, answer);
    }

    static String thought(Message.Assistant said) {
        return said.parts().stream()
                .map(part -> part instanceof Part.Reasoning reasoning ? reasoning.text() : part.visibleText())
                .collect(Collectors.joining());
    }

    private static Optional<Part.ToolResult> result(Part.ToolCall call, Message.ToolResults results) {
        return results.results().stream()
                .filter(result -> result.callId().equals(call.id()))
                .findFirst();
    }
}
