package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Answers in a form: the schema goes to the service in its own way, and the caller reads a record. */
interface FormatTests {

    @Test
    @Needs(Capability.JSON_SCHEMA)
    default void sendsTheSchemaInTheServicesOwnWay(ChatBench bench) {
        ChatRequest sent = bench.seenFor(plan()).content();
        ResponseFormat.Schema format = assertInstanceOf(ResponseFormat.Schema.class, sent.format());
        JsonObject properties = format.schema().json().asObject().object("properties");
        assertTrue(properties.has("title") && properties.has("days"), "properties: " + properties);
    }

    @Test
    @Needs(Capability.JSON_SCHEMA)
    default void readsTheAnswerAsARecord(ChatBench bench) {
        bench.answers(structured(bench, "{\"title\":\"Basel\",", "\"days\":3}"));
        assertEquals(new Samples.Plan("Basel", 3), bench.ask(plan()).as(Samples.Plan.class));
    }

    @Test
    @Needs(Capability.JSON_SCHEMA)
    default void saysSoWhenTheAnswerIsNotWhatTheSchemaAsks(ChatBench bench) {
        bench.answers(structured(bench, "I would ", "rather not."));
        var reply = bench.ask(plan());
        GatorException e = assertThrows(GatorException.class, () -> reply.as(Samples.Plan.class));
        assertEquals(CallError.NOT_STRUCTURED, e.code());
    }

    @Test
    @Needs({Capability.JSON_SCHEMA, Capability.TOOLS})
    default void sendsSchemaAndToolsTogether(ChatBench bench) {
        ChatRequest both = plan().toBuilder().tools(Samples.WEATHER).build();
        ChatRequest sent = bench.seenFor(both).content();
        assertInstanceOf(ResponseFormat.Schema.class, sent.format());
        assertEquals("weather", sent.tools().get(0).name());
    }

    @Test
    @Needs(Capability.JSON_MODE)
    default void asksForAnyJson(ChatBench bench) {
        ChatRequest sent = bench.seenFor(Samples.question().toBuilder()
                        .format(ResponseFormat.json())
                        .build())
                .content();
        assertNotEquals(ResponseFormat.text(), sent.format());
    }

    private static ChatRequest plan() {
        return Samples.question().toBuilder()
                .format(ResponseFormat.json(Samples.Plan.class))
                .build();
    }

    private static Scripted structured(ChatBench bench, String... chunks) {
        return bench.dialect().structured(ResponseFormat.json(Samples.Plan.class), Scripted.text(chunks));
    }
}
