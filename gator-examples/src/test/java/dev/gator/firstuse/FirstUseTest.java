package dev.gator.firstuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.Gator;
import dev.gator.call.Owner;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatStream;
import dev.gator.conversation.Conversation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.persona.Persona;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs that a newcomer writes first: they run with no key and no network, and they stay short. */
class FirstUseTest {

    @ParameterizedTest
    @CsvSource({"ChatProgram,6,2", "StreamProgram,7,3", "ToolProgram,9,4", "RecordProgram,7,2", "RagProgram,10,6"})
    void programsStayShort(String name, int lines, int types) throws IOException {
        List<String> source = Files.readAllLines(Path.of("src/test/java/dev/gator/firstuse/" + name + ".java"));

        assertTrue(count(source) <= lines, name + " has " + count(source) + " lines");
        long imported = source.stream()
                .filter(line -> line.startsWith("import dev.gator."))
                .count();
        assertTrue(imported <= types, name + " names " + imported + " types");
    }

    /** Counts lines with code, imports and main included; a run of closing braces counts once, as it is often written. */
    private static long count(List<String> source) {
        List<String> code = source.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("package "))
                .toList();
        long lines = 0;
        boolean closing = false;
        for (String line : code) {
            boolean closes = line.equals("}");
            lines += closes && closing ? 0 : 1;
            closing = closes;
        }
        return lines;
    }

    @Test
    void programsPrintSomething() {
        List<Consumer<String[]>> programs = List.of(
                ChatProgram::main, StreamProgram::main, ToolProgram::main, RecordProgram::main, RagProgram::main);
        for (Consumer<String[]> program : programs) {
            assertFalse(printed(program).isBlank());
        }
        assertTrue(printed(ToolProgram::main).contains("21 C"), "the tool's answer is told");
        String cited = printed(RagProgram::main);
        assertTrue(cited.contains("Employees get 25 days of holiday a year. [1]"), cited);
        assertTrue(cited.contains("[1] Handbook: \"Employees get 25 days of holiday a year.\""), cited);
    }

    @Test
    void aPersonaAnswersAndSaysFirstWhatItIs() {
        List<ChatEvent> events = new ArrayList<>();
        try (Gator gator = Gator.create()) {
            Persona emma = Persona.builder("Emma")
                    .appearance("28, wavy blonde hair, business casual")
                    .personality("curious, direct, kind")
                    .themes("fashion", "slow travel")
                    .build();
            Conversation chat = gator.conversations().open(emma, Owner.user("u-17"));
            try (ChatStream answer = chat.stream("What do I pack for Lisbon in May?")) {
                answer.forEach(events::add);
            }
            assertEquals(2, chat.history().size());
        }

        ChatEvent.Disclosed first = assertInstanceOf(ChatEvent.Disclosed.class, events.get(0));
        assertEquals("[Emma is an AI persona]", first.notice());
        assertInstanceOf(ChatEvent.Finished.class, events.get(events.size() - 1));
    }

    @Test
    void theStreamIsItsOwnCancelHandle() {
        try (Gator gator = Gator.create()) {
            ChatStream answer = gator.stream("What do I pack for Lisbon in May?");
            answer.close();

            GatorException error = assertThrows(GatorException.class, answer::reply);
            assertSame(CallError.CANCELLED, error.code());
        }
    }

    private static synchronized String printed(Consumer<String[]> program) {
        PrintStream console = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            program.accept(new String[0]);
        } finally {
            System.setOut(console);
        }
        return caught.toString(StandardCharsets.UTF_8);
    }
}
