package dev.gator.provider.gemini;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code /models}, page by page; the first page of one model is the probe that costs nothing. */
final class ModelList {

    private static final Names TOP = Names.of("models", "nextPageToken");
    private static final Names MODEL = Names.of("name", "inputTokenLimit", "outputTokenLimit");
    private static final int MOST_PAGES = 100;

    private final Gemini provider;
    private final List<ModelCard> cards = new ArrayList<>();
    private String next = "";

    private ModelList(Gemini provider) {
        this.provider = provider;
    }

    static List<ModelCard> ask(Gemini provider, CallContext context) {
        ModelList list = new ModelList(provider);
        int pages = 0;
        do {
            String page =
                    list.next.isEmpty() ? "" : "&pageToken=" + URLEncoder.encode(list.next, StandardCharsets.UTF_8);
            list.page("/models?pageSize=1000" + page, context);
        } while (!list.next.isEmpty() && ++pages < MOST_PAGES);
        return List.copyOf(list.cards);
    }

    static String probe(Gemini provider, CallContext context) {
        ModelList list = new ModelList(provider);
        list.page("/models?pageSize=1", context);
        return list.cards.isEmpty() ? "no models" : "has models";
    }

    private void page(String path, CallContext context) {
        boolean found = false;
        next = "";
        JsonScan scan = provider.transport()
                .get(provider.endpoint().resolve(Overrides.none()), path, context)
                .scan();
        scan.object();
        for (String name; (name = scan.member(TOP)) != null; ) {
            switch (name) {
                case "models" -> {
                    found = true;
                    models(scan);
                }
                case "nextPageToken" -> next = scan.textOrEmpty();
                default -> scan.skip();
            }
        }
        scan.end();
        if (!found) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, provider.name() + " answered no list of models");
        }
    }

    private void models(JsonScan scan) {
        scan.array();
        while (scan.item()) {
            String id = "";
            long input = 0;
            long output = 0;
            scan.object();
            for (String name; (name = scan.member(MODEL)) != null; ) {
                switch (name) {
                    case "name" -> id = scan.text();
                    case "inputTokenLimit" -> input = scan.numberOrZero();
                    case "outputTokenLimit" -> output = scan.numberOrZero();
                    default -> scan.skip();
                }
            }
            cards.add(card(id.startsWith("models/") ? id.substring("models/".length()) : id, input, output));
        }
    }

    private ModelCard card(String id, long input, long output) {
        ModelCard known = provider.card(id);
        ModelCard.Builder card = known.toBuilder();
        if (known.contextWindow().isEmpty() && input > 0 && input <= Integer.MAX_VALUE) {
            card.contextWindow((int) input);
        }
        if (known.maxOutput().isEmpty() && output > 0 && output <= Integer.MAX_VALUE) {
            card.maxOutput((int) output);
        }
        return card.build();
    }
}
