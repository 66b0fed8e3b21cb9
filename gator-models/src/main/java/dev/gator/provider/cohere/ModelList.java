package dev.gator.provider.cohere;

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

/** Reads {@code /v1/models}, page by page; a page of one model is the probe that costs nothing. */
final class ModelList {

    private static final Names TOP = Names.of("models", "next_page_token");
    private static final Names MODEL = Names.of("name", "context_length");
    private static final int MOST_PAGES = 100;

    private final Cohere provider;
    private final List<ModelCard> cards = new ArrayList<>();
    private boolean found;
    private String next = "";

    private ModelList(Cohere provider) {
        this.provider = provider;
    }

    static List<ModelCard> ask(Cohere provider, CallContext context) {
        ModelList list = new ModelList(provider);
        int pages = 0;
        do {
            String after =
                    list.next.isEmpty() ? "" : "&page_token=" + URLEncoder.encode(list.next, StandardCharsets.UTF_8);
            list.page("/v1/models?page_size=1000" + after, context);
        } while (!list.next.isEmpty() && ++pages < MOST_PAGES);
        return List.copyOf(list.cards);
    }

    static String probe(Cohere provider, CallContext context) {
        ModelList list = new ModelList(provider);
        list.page("/v1/models?page_size=1", context);
        return list.cards.isEmpty() ? "no models" : "has models";
    }

    private void page(String path, CallContext context) {
        found = false;
        next = "";
        JsonScan scan = provider.transport()
                .get(provider.endpoint().resolve(Overrides.none()), path, context)
                .scan();
        scan.object();
        for (String name; (name = scan.member(TOP)) != null; ) {
            switch (name) {
                case "models" -> models(scan);
                case "next_page_token" -> next = scan.textOrEmpty();
                default -> scan.skip();
            }
        }
        scan.end();
        if (!found) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, provider.name() + " answered no list of models");
        }
    }

    private void models(JsonScan scan) {
        found = true;
        scan.array();
        while (scan.item()) {
            String model = "";
            long window = 0;
            scan.object();
            for (String name; (name = scan.member(MODEL)) != null; ) {
                switch (name) {
                    case "name" -> model = scan.text();
                    case "context_length" -> window = scan.numberOrZero();
                    default -> scan.skip();
                }
            }
            ModelCard known = provider.card(model);
            boolean told = known.contextWindow().isEmpty() && window > 0 && window <= Integer.MAX_VALUE;
            cards.add(told ? known.toBuilder().contextWindow((int) window).build() : known);
        }
    }
}
