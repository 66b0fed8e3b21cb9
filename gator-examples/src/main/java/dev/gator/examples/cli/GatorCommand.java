package dev.gator.examples.cli;

import dev.gator.Gator;
import dev.gator.Health;
import dev.gator.ModelListing;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.examples.Journey;
import dev.gator.examples.firstanswer.FirstAnswer;
import dev.gator.rag.Rag;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The command {@code gator}. Exit codes: 0 well, 1 failed, 2 the words were wrong. */
public final class GatorCommand {

    private static final String USAGE =
            """
            gator chat [--model ID] [--persona TEMPLATE] [QUESTION]   talk to a persona; without a question, at length
            gator ask --docs FOLDER [--index FOLDER] [--model ID] QUESTION   answer from documents, with citations
            gator models                                              list the models of every configured provider
            gator health                                              ask every provider how it is
            gator reel [--sector S] [--language L] [--brand B]        write a script for a short video, with its scores;
                       [--offer O] [--pain P] [--seconds N] [--model ID]   languages en, es, fr, de, hi, ja
            gator demo                                                see a persona answer, with nothing configured

            Keys come from the environment: OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY, ... With none, the built-in
            offline writer answers. Personas:""";

    private final PrintStream out;
    private final BufferedReader in;

    GatorCommand(PrintStream out, BufferedReader in) {
        this.out = out;
        this.in = in;
    }

    /** Runs the command. */
    public static void main(String[] args) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new GatorCommand(out, in).run(List.of(args)));
    }

    int run(List<String> args) {
        String verb = args.isEmpty() ? "" : args.get(0);
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        try {
            return switch (verb) {
                case "chat" -> chat(rest);
                case "ask" -> ask(rest);
                case "models" -> models();
                case "health" -> health();
                case "reel" -> reel(new Options(rest));
                case "demo" -> demo(FirstAnswer::run);
                default -> usage();
            };
        } catch (GatorException e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private int chat(List<String> args) {
        Options options = new Options(args);
        try (Gator gator = gator(options)) {
            return new Talk(gator, options.value("--persona", "lifestyle"), out, in).hold(options.rest());
        }
    }

    private int reel(Options options) {
        try (Gator gator = gator(options)) {
            return new ReelCommand(gator, out).run(options);
        }
    }

    private int ask(List<String> args) {
        Options options = new Options(args);
        String docs = options.value("--docs", "");
        String index = options.value("--index", "");
        String model = options.value("--model", "");
        if (docs.isEmpty() || options.rest().isEmpty()) {
            return usage();
        }
        try (Gator gator = Gator.create();
                Rag rag = index.isEmpty() ? Rag.of(gator) : Rag.at(gator, Path.of(index))) {
            rag.add(Path.of(docs));
            Rag answering = model.isEmpty() ? rag : rag.withModel(model);
            out.println(answering.ask(options.rest()));
            return 0;
        }
    }

    private static Gator gator(Options options) {
        String model = options.value("--model", "");
        return model.isEmpty()
                ? Gator.create()
                : Gator.builder().defaultModel(model).build();
    }

    private int models() {
        try (Gator gator = Gator.create()) {
            ModelListing listing = gator.models();
            for (ModelCard card : listing.models()) {
                String window =
                        card.contextWindow().isPresent() ? card.contextWindow().getAsInt() + " tokens" : "";
                String price = card.pricing().map(Object::toString).orElse("price unknown");
                out.printf("%-48s %16s  %s%n", card.id(), window, price);
            }
            listing.failures()
                    .forEach(failure -> out.printf(
                            "%-48s %s%n", failure.provider(), failure.error().getMessage()));
            return 0;
        }
    }

    private int health() {
        try (Gator gator = Gator.create()) {
            Health health = gator.health();
            out.println(health);
            return health.isUsable() ? 0 : 1;
        }
    }

    private int demo(Journey journey) {
        journey.run(out);
        return 0;
    }

    private int usage() {
        out.println(USAGE + " " + String.join(", ", Talk.personas()));
        return 2;
    }
}
