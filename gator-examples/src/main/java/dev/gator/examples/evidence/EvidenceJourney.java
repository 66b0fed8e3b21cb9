package dev.gator.examples.evidence;

import dev.gator.Gator;
import dev.gator.rag.Rag;
import dev.gator.rag.document.Document;
import dev.gator.rag.ground.GroundedAnswer;
import dev.gator.rag.parse.Parsers;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Three documents answer questions: with quotations, with a contradiction, with "I don't know"; and a claim is checked. */
public final class EvidenceJourney {

    private static final List<String> FILES = List.of("staff-handbook.md", "visitor-guide.html", "newsletter.txt");

    private EvidenceJourney() {}

    /** Runs the journey. */
    public static void run(PrintStream out) {
        try (Gator gator = Gator.builder().defaultModel("offline").build();
                Rag rag = Rag.of(gator).withWordsOnly()) {
            Parsers parsers = Parsers.standard();
            Document[] documents = FILES.stream()
                    .map(name -> parsers.parse(name, bytes(name), gator.context()))
                    .toArray(Document[]::new);
            out.println("> " + rag.add(documents).summary());

            ask(rag, "How many days of holiday does the staff get?", out);
            ask(rag, "When does the library close?", out);
            ask(rag, "Who founded the library?", out);

            GroundedAnswer unknown = ask(rag, "Is there a parking garage?", out);
            out.println("known: " + unknown.isKnown());

            out.println("\n> how the last search went\n" + unknown.trace());
            out.println("> a claim\n" + rag.check("A library card costs 20 euros a year."));
        }
    }

    private static GroundedAnswer ask(Rag rag, String question, PrintStream out) {
        GroundedAnswer answer = rag.ask(question);
        out.println("\n> " + question + "\n" + answer);
        return answer;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = EvidenceJourney.class.getResourceAsStream(name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
