package dev.gator.provider.anthropic;

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

/** Reads {@code /v1/models}, page by page; the first page of one model is the probe that costs nothing. */
final class ModelList {

    private static final Names TOP = Names.of("data", "has_more", "last_id");
    private static final Names MODEL = Names.of("id", "max_input_tokens", "max_tokens");
    private static final int MOST_PAGES = 100;

    private final Anthropic provider;
    private final List<ModelCard> cards = new ArrayList<>();
    private boolean found;
    private boolean more;
    private String last = "";

    private ModelList(Anthropic provider) {
        this.provider = provider;
    }

    static List<ModelCard> ask(Anthropic provider, CallContext context) {
        ModelList list = new ModelList(provider);
        int pages = 0;
        do {
            String after =
                    list.last.isEmpty() ? "" : "&after_id=" + URLEncoder.encode(list.last, StandardCharsets.UTF_8);
            list.page("/v1/models?limit=1000" + after, context);
        } while (list.more && !list.last.isEmpty() && ++pages < MOST_PAGES);
        return List.copyOf(list.cards);
    }

    static String probe(Anthropic provider, CallContext context) {
        ModelList list = new ModelList(provider);
        list.page("/v1/models?limit=1", context);
        return list.cards.isEmpty() ? "no models" : "has models";
    }

    private void page(String path, CallContext context) {
        found = false;
        more = false;
        JsonScan scan = provider.transport()
                .get(provider.endpoint().resolve(Overrides.none()), path, context)
                .scan();
        scan.object();
        for (String name; (name = scan.member(TOP)) != null; ) {
            switch (name) {
                case "data" -> models(scan);
                case "has_more" -> more = scan.bool();
                case "last_id" -> last = scan.textOrEmpty();
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
            String id = "";
            long input = 0;
            long output = 0;
            scan.object();
            for (String name; (name = scan.member(MODEL)) != null; ) {
                switch (name) {
                    case "id" -> id = scan.text();
                    case "max_input_tokens" -> input = scan.numberOrZero();
                    case "max_tokens" -> output = scan.numberOrZero();
                    default -> scan.skip();
                }
            }
            cards.add(card(id, input, output));
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
