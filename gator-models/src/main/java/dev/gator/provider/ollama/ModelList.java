package dev.gator.provider.ollama;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.chat.Capability;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import java.util.ArrayList;
import java.util.List;

/** Asks which models the server has ({@code /api/tags}) and whether it is there ({@code /api/version}). */
final class ModelList {

    private static final Names TOP = Names.of("models", "version");
    private static final Names MODEL = Names.of("name", "capabilities");

    private ModelList() {}

    static List<ModelCard> ask(Ollama provider, CallContext context) {
        JsonScan scan = get(provider, "/api/tags", context);
        List<ModelCard> cards = new ArrayList<>();
        boolean found = false;
        scan.object();
        for (String name; (name = scan.member(TOP)) != null; ) {
            if (name.equals("models")) {
                found = true;
                list(scan, provider, cards);
            } else {
                scan.skip();
            }
        }
        scan.end();
        if (!found) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, provider.name() + " answered no list of models");
        }
        return List.copyOf(cards);
    }

    static String version(Ollama provider, CallContext context) {
        JsonScan scan = get(provider, "/api/version", context);
        String version = "";
        scan.object();
        for (String name; (name = scan.member(TOP)) != null; ) {
            if (name.equals("version")) {
                version = scan.textOrEmpty();
            } else {
                scan.skip();
            }
        }
        scan.end();
        if (version.isEmpty()) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, provider.name() + " answered no version");
        }
        return "version " + version;
    }

    private static JsonScan get(Ollama provider, String path, CallContext context) {
        return provider.transport()
                .get(provider.endpoint().resolve(Overrides.none()), path, context)
                .scan();
    }

    private static void list(JsonScan scan, Ollama provider, List<ModelCard> cards) {
        if (!scan.arrayOrNull()) {
            return;
        }
        while (scan.item()) {
            String model = "";
            List<String> abilities = List.of();
            scan.object();
            for (String name; (name = scan.member(MODEL)) != null; ) {
                switch (name) {
                    case "name" -> model = scan.text();
                    case "capabilities" -> abilities = texts(scan);
                    default -> scan.skip();
                }
            }
            cards.add(card(provider.card(model), abilities));
        }
    }

    private static List<String> texts(JsonScan scan) {
        List<String> all = new ArrayList<>();
        if (scan.arrayOrNull()) {
            while (scan.item()) {
                all.add(scan.text());
            }
        }
        return all;
    }

    // older servers do not say what their models can do
    private static ModelCard card(ModelCard known, List<String> abilities) {
        if (abilities.isEmpty()) {
            return known;
        }
        ModelCard.Builder card = known.toBuilder();
        set(card, abilities.contains("tools"), Capability.TOOLS, Capability.PARALLEL_TOOLS);
        set(card, abilities.contains("vision"), Capability.IMAGE_INPUT);
        set(card, abilities.contains("thinking"), Capability.REASONING);
        return card.build();
    }

    private static void set(ModelCard.Builder card, boolean can, Capability... what) {
        if (can) {
            card.can(what);
        } else {
            card.cannot(what);
        }
    }
}
