package dev.gator.orchestration.reason;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.json.Json;
import dev.gator.json.JsonExtractor;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonString;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.StrategyModel;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets a model without tool calling call tools by writing them down, one at a time. */
final class TextTools implements ChatModel {

    private static final String ACTION = "Action:";
    private static final String OBSERVATION = "Observation:";
    private static final String ANSWER = "Answer:";

    private static final String PROTOCOL =
            """
            You can use tools. To use one, write a line with your thought and then a line of this form, and stop:
            Action: {"tool": "<name>", "arguments": {...}}
            You will then be told an Observation. When you know enough, write a line that begins with "Answer:".
            The tools, with the schemas of their arguments:
            """;

    private final ChatModel model;
    private final StrategyModel engine;

    private TextTools(ChatModel model) {
        this.model = model;
        this.engine = StrategyModel.of("text-tools", List.of(model), this::perform);
    }

    static ChatModel over(ChatModel model) {
        return new TextTools(model);
    }

    @Override
    public ModelCard card() {
        return model.card().toBuilder().can(Capability.TOOLS).build();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return engine.chat(request);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return engine.stream(request);
    }

    private Ending perform(Run run) {
        ChatRequest request = run.request();
        if (request.tools().isEmpty()) {
            return Ending.spokenBy(model, request);
        }
        List<Message> messages = new ArrayList<>();
        messages.add(Message.system(PROTOCOL + listed(request.tools())));
        request.messages().forEach(message -> messages.add(written(message)));
        ChatRequest.Builder plain = ChatRequest.builder()
                .messages(messages)
                .sampling(stopping(request))
                .overrides(request.overrides())
                .toolChoice(ToolChoice.auto());
        request.reasoning().ifPresent(plain::reasoning);
        request.options().forEach(plain::options);
        return Ending.told(
                read(run.ask("act", model, plain.build()), request.messages().size()));
    }

    private Sampling stopping(ChatRequest request) {
        boolean stops = model.card().can(Capability.STOP_SEQUENCES)
                && request.sampling().stop().isEmpty();
        return stops ? request.sampling().toBuilder().stop(OBSERVATION).build() : request.sampling();
    }

    private static String listed(List<ToolSpec> tools) {
        return tools.stream()
                .map(tool -> "- " + tool.name() + ": " + tool.description() + " "
                        + tool.parameters().json())
                .collect(Collectors.joining("\n"));
    }

    private static Message written(Message message) {
        if (message instanceof Message.Assistant said && !said.toolCalls().isEmpty()) {
            String calls = said.toolCalls().stream()
                    .map(call -> ACTION + " {\"tool\": " + Json.of(call.name()) + ", \"arguments\": " + call.arguments()
                            + "}")
                    .collect(Collectors.joining("\n"));
            return Message.assistant((Trajectory.thought(said) + "\n" + calls).strip());
        }
        if (message instanceof Message.ToolResults results) {
            List<Part> parts = new ArrayList<>();
            for (Part.ToolResult result : results.results()) {
                parts.add(Part.text(OBSERVATION + " "));
                parts.add(Part.untrusted(result.content()));
                parts.add(Part.text("\n"));
            }
            return new Message.User(parts, results.cachePoint());
        }
        return message;
    }

    // a model may go on and invent the observation itself; that part is dropped
    private static ChatReply read(ChatReply reply, int turn) {
        String text = reply.text();
        int invented = text.indexOf(OBSERVATION);
        String own = invented < 0 ? text : text.substring(0, invented);
        int action = own.lastIndexOf(ACTION);
        Optional<JsonObject> call = action < 0
                ? Optional.empty()
                : JsonExtractor.find(own.substring(action + ACTION.length()))
                        .filter(JsonObject.class::isInstance)
                        .map(Json::asObject)
                        .filter(json -> json.has("tool"));
        if (call.isEmpty()) {
            int answer = own.lastIndexOf(ANSWER);
            String rest = answer < 0 ? own : own.substring(answer + ANSWER.length());
            return reply.toBuilder().parts(List.of(Part.text(rest.strip()))).build();
        }
        String name = call.get().member("tool") instanceof JsonString said ? said.asString() : "unknown";
        Json arguments = call.get().get("arguments").orElse(JsonObject.empty());
        Part.ToolCall asked =
                new Part.ToolCall("text-" + turn, name.isBlank() ? "unknown" : name, arguments.toString());
        return reply.toBuilder()
                .parts(List.of(new Part.Reasoning(own.substring(0, action).strip(), ""), asked))
                .finish(FinishReason.TOOL_CALLS)
                .build();
    }
}
