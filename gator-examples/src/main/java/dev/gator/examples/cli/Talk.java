package dev.gator.examples.cli;

import dev.gator.Gator;
import dev.gator.call.Owner;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatStream;
import dev.gator.conversation.Conversation;
import dev.gator.error.GatorException;
import dev.gator.persona.PersonaTemplates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** One conversation in a terminal. */
final class Talk {

    private static final String DIM = "\u001B[2m";
    private static final String BOLD = "\u001B[1m";
    private static final String PLAIN = "\u001B[0m";

    private final Conversation conversation;
    private final PrintStream out;
    private final BufferedReader in;
    private final boolean colours = onATerminal() && System.getenv("NO_COLOR") == null;

    Talk(Gator gator, String persona, PrintStream out, BufferedReader in) {
        this.conversation = gator.conversations()
                .open(PersonaTemplates.standard().get(persona).named("Emma").build(), Owner.DEFAULT);
        this.out = out;
        this.in = in;
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 22 to 24 see a console behind a pipe too: colours, and no harm
    private static boolean onATerminal() {
        return System.console() != null;
    }

    static List<String> personas() {
        return PersonaTemplates.standard().keys();
    }

    /** Answers the question, or every line that is typed until an empty one. */
    int hold(String question) {
        if (!question.isBlank()) {
            return answer(question) ? 0 : 1;
        }
        out.println(style(DIM, "Talking to " + conversation.persona().name() + "; an empty line ends it."));
        for (String line = read(); !line.isBlank(); line = read()) {
            answer(line);
        }
        return 0;
    }

    private boolean answer(String question) {
        long start = System.nanoTime();
        try (ChatStream stream = conversation.stream(question)) {
            for (ChatEvent event : stream) {
                show(event);
            }
            footer(stream.reply(), (System.nanoTime() - start) / 1_000_000);
            return true;
        } catch (GatorException e) {
            out.println();
            out.println(style(BOLD, String.valueOf(e.getMessage())));
            return false;
        }
    }

    private void show(ChatEvent event) {
        if (event instanceof ChatEvent.Disclosed disclosed) {
            if (conversation.lastTurn().isEmpty()) { // it comes with every answer; a reader needs it once
                out.println(style(DIM, disclosed.notice()));
            }
        } else if (event instanceof ChatEvent.Progress progress) {
            out.println(style(DIM, progress.stage() + ": " + progress.detail()));
        } else if (event instanceof ChatEvent.PartStarted part
                && !part.toolName().isEmpty()) {
            out.println(style(DIM, "calling " + part.toolName() + " ..."));
        } else {
            out.print(event.text());
            out.flush();
        }
    }

    private void footer(ChatReply reply, long millis) {
        reply.warnings().forEach(w -> out.print(style(DIM, "\nignored " + w.setting() + ": " + w.reason())));
        String cost = reply.cost().map(Object::toString).orElse("price unknown");
        out.println();
        out.println(
                style(DIM, reply.model() + ", " + reply.usage().total() + " tokens, " + cost + ", " + millis + " ms"));
    }

    private String read() {
        out.print(style(BOLD, "> "));
        out.flush();
        try {
            String line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    private String style(String code, String text) {
        return colours ? code + text + PLAIN : text;
    }
}
