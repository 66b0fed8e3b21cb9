package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.ToolChoice;
import dev.gator.json.Json;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tools: offered with their schema, called once or side by side, and told their results. */
interface ToolTests {

    @Test
    @Needs(Capability.TOOLS)
    default void offersToolsWithTheirSchema(ChatBench bench) {
        List<ToolSpec> sent = bench.seenFor(Samples.withTools()).content().tools();
        assertEquals(
                List.of("weather", "clock"), sent.stream().map(ToolSpec::name).toList());
        assertEquals(Samples.WEATHER.description(), sent.get(0).description());
        Json properties = sent.get(0).parameters().json().asObject().member("properties");
        assertTrue(properties.asObject().has("city"), "the schema of the arguments: " + properties);
    }

    @Test
    @Needs(Capability.TOOLS)
    default void callsATool(ChatBench bench) {
        bench.answers(Scripted.empty().calling("call-1", "weather", "{\"city\":\"Basel\"}"));
        ChatReply reply = bench.ask(Samples.withTools());
        assertEquals(FinishReason.TOOL_CALLS, reply.finish());
        assertEquals(1, reply.toolCalls().size());
        assertCall(bench, reply.toolCalls().get(0), "call-1", "weather", "{\"city\":\"Basel\"}");
    }

    @Test
    @Needs(Capability.TOOLS)
    default void speaksAndThenCalls(ChatBench bench) {
        bench.answers(Scripted.text("Let me ", "look.").calling("call-1", "weather", "{\"city\":", "\"Genève\"}"));
        ChatReply reply = bench.ask(Samples.withTools());
        assertEquals("Let me look.", reply.text());
        assertCall(bench, reply.toolCalls().get(0), "call-1", "weather", "{\"city\":\"Genève\"}");
    }

    @Test
    @Needs(Capability.PARALLEL_TOOLS)
    default void callsSeveralToolsInOneRound(ChatBench bench) {
        bench.answers(Scripted.empty()
                .calling("call-1", "weather", "{\"city\":", "\"Basel\"}")
                .calling("call-2", "weather", "{\"city\":\"Bern\"}")
                .calling("call-3", "clock", "{\"city\":", "\"Bi", "el\"}"));
        List<Part.ToolCall> calls = bench.ask(Samples.withTools()).toolCalls();
        assertEquals(3, calls.size());
        assertCall(bench, calls.get(0), "call-1", "weather", "{\"city\":\"Basel\"}");
        assertCall(bench, calls.get(1), "call-2", "weather", "{\"city\":\"Bern\"}");
        assertCall(bench, calls.get(2), "call-3", "clock", "{\"city\":\"Biel\"}");
        assertNotEquals(calls.get(0).id(), calls.get(1).id(), "calls in one round are told apart by their ids");
    }

    @Test
    @Needs(Capability.TOOLS)
    default void streamsTheArgumentsOfACall(ChatBench bench) {
        bench.answers(Scripted.text("Now: ").calling("call-1", "weather", "{\"ci", "ty\":\"Ba", "sel\"}"));
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = bench.model().stream(Samples.withTools())) {
            stream.forEach(events::add);
        }
        EventOrder.check(events);
        StringBuilder arguments = new StringBuilder();
        for (ChatEvent event : events) {
            if (event instanceof ChatEvent.ArgumentsDelta delta) {
                arguments.append(delta.json());
            }
        }
        assertEquals(Json.parse("{\"city\":\"Basel\"}"), Json.parse(arguments.toString()));
    }

    @Test
    @Needs(Capability.TOOLS)
    default void callsAToolWithoutArguments(ChatBench bench) {
        bench.answers(Scripted.empty().calling("call-1", "clock", "{}"));
        assertEquals(
                Json.parse("{}"),
                Json.parse(bench.ask(Samples.withTools()).toolCalls().get(0).arguments()));
    }

    @Test
    @Needs(Capability.TOOLS)
    default void sendsCallsAndResultsBack(ChatBench bench) {
        Part.ToolCall call = new Part.ToolCall("call-1", "weather", "{\"city\":\"Basel\"}");
        ChatRequest sent = bench.seenFor(Samples.afterToolRound(call, "{\"sky\":\"clear\"}", false))
                .content();
        List<Message> messages = sent.messages();
        assertEquals(3, messages.size(), "messages: " + messages);
        Part.ToolCall sentCall =
                ((Message.Assistant) messages.get(1)).toolCalls().get(0);
        Part.ToolResult result =
                ((Message.ToolResults) messages.get(2)).results().get(0);
        assertEquals("weather", sentCall.name());
        assertEquals(Json.parse(call.arguments()), Json.parse(sentCall.arguments()));
        assertEquals(sentCall.id(), result.callId(), "the result is linked to its call");
        assertTrue(result.content().contains("clear"), "the result: " + result.content());
    }

    @Test
    @Needs(Capability.TOOLS)
    default void tellsTheModelThatAToolFailed(ChatBench bench) {
        Part.ToolCall call = new Part.ToolCall("call-1", "weather", "{\"city\":\"Atlantis\"}");
        ChatRequest sent = bench.seenFor(Samples.afterToolRound(call, "no such city", true))
                .content();
        Part.ToolResult result =
                ((Message.ToolResults) sent.messages().get(2)).results().get(0);
        assertTrue(result.content().contains("no such city"), "the failure: " + result.content());
    }

    @Test
    @Needs({Capability.TOOLS, Capability.TOOL_CHOICE})
    default void sendsEveryToolChoice(ChatBench bench) {
        for (ToolChoice choice : List.of(ToolChoice.none(), ToolChoice.required(), ToolChoice.tool("weather"))) {
            ChatRequest sent = bench.seenFor(
                            Samples.withTools().toBuilder().toolChoice(choice).build())
                    .content();
            boolean withheld = choice instanceof ToolChoice.None && sent.tools().isEmpty();
            assertTrue(withheld || choice.equals(sent.toolChoice()), choice + " became " + sent.toolChoice());
        }
    }

    private static void assertCall(ChatBench bench, Part.ToolCall call, String id, String tool, String arguments) {
        if (bench.dialect().traits().contains(WireTrait.CALL_IDS)) {
            assertEquals(id, call.id());
        }
        assertEquals(tool, call.name());
        assertEquals(Json.parse(arguments), Json.parse(call.arguments()));
    }
}
