package dev.gator.tck;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Overrides;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderHealth;
import dev.gator.secret.Secret;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The toy service's provider, correct but for the flaws that a test plants. */
final class ToyProvider implements ModelProvider {

    private static final Pricing PRICES =
            Pricing.perMillion(Money.usd("1"), Money.usd("1")).build();

    private final ProviderConfig config;
    private final Predicate<ShelfFlaw> flawed;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ToyProvider(ProviderConfig config, Predicate<ShelfFlaw> flawed) {
        this.config = config;
        this.flawed = flawed;
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public Set<ModelKind> kinds() {
        return flawed.test(ShelfFlaw.CLAIMS_TOO_MUCH)
                ? EnumSet.allOf(ModelKind.class)
                : EnumSet.of(ModelKind.CHAT, ModelKind.EMBEDDING);
    }

    @Override
    public ChatModel chat(String model) {
        ToyModel inner = new ToyModel(config, EnumSet.allOf(Capability.class), flaw -> false);
        return new ChatModel() {
            @Override
            public ModelCard card() {
                return inner.card();
            }

            @Override
            public ChatReply chat(ChatRequest request) {
                refuseIfClosed();
                Cancellation.Child own = request.context().cancellation().child();
                running.add(own.cancellation());
                return inner.chat(request.withContext(request.context().withCancellation(own.cancellation())));
            }

            @Override
            public ChatStream stream(ChatRequest request) {
                refuseIfClosed();
                return inner.stream(request);
            }
        };
    }

    @Override
    public EmbeddingModel embedding(String model) {
        return new Vectors(model);
    }

    Reranker ranking(String model) {
        return new Ranking(model);
    }

    @Override
    public List<ModelCard> models(CallContext context) {
        List<ModelCard> cards = new ArrayList<>();
        JsonObject reply = ask("/models", JsonObject.empty(), Overrides.none(), context);
        reading(() -> reply.array("models"))
                .forEach(
                        name -> cards.add(ModelCard.of("toy:" + name.asString()).build()));
        return cards;
    }

    @Override
    public ProviderHealth health(CallContext context) {
        if (config.key("").isEmpty() && !flawed.test(ShelfFlaw.UNHEALTHY_WITHOUT_KEY)) {
            return health(ProviderHealth.State.NOT_CONFIGURED, "no key");
        }
        try {
            models(context);
            return health(ProviderHealth.State.HEALTHY, "it answers");
        } catch (GatorException e) {
            if (flawed.test(ShelfFlaw.HEALTH_THROWS)) {
                throw e;
            }
            return health(ProviderHealth.State.UNHEALTHY, e.detail());
        }
    }

    @Override
    public void close() {
        closed = true;
        if (!flawed.test(ShelfFlaw.LETS_CALLS_RUN_ON)) {
            running.forEach(Cancellation::cancel);
        }
    }

    private void refuseIfClosed() {
        if (closed && !flawed.test(ShelfFlaw.WORKS_WHEN_CLOSED)) {
            throw new GatorException(CallError.CLOSED, "the toy provider was closed");
        }
    }

    private ProviderHealth health(ProviderHealth.State state, String detail) {
        return new ProviderHealth("toy", state, detail, Duration.ZERO);
    }

    private JsonObject ask(String path, JsonObject body, Overrides overrides, CallContext context) {
        refuseIfClosed();
        context.check();
        Optional<Secret> key = overrides.key().or(() -> config.key(""));
        if (key.isEmpty()) {
            throw new GatorException(ProviderError.MISSING_KEY, "toy has no key");
        }
        try (ToyCall call = new ToyCall(config, context, flaw -> false)) {
            URI base = overrides.baseUrl().or(config::baseUrl).orElseThrow();
            call.send(URI.create(base + path), key, body.toString(), false);
            String text = call.readAll();
            return reading(() -> Json.parse(text).asObject());
        }
    }

    private static <T> T reading(java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (GatorException e) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "toy: the answer cannot be read", e);
        }
    }

    private final class Vectors implements EmbeddingModel {
        private final EmbeddingCard card;

        Vectors(String model) {
            this.card = new EmbeddingCard("toy:" + model, 4, 512, 3, PRICES);
        }

        @Override
        public EmbeddingCard card() {
            return card;
        }

        @Override
        public EmbeddingReply embed(EmbeddingRequest request) {
            List<Embedding> all = new ArrayList<>();
            Usage usage = Usage.NONE;
            int step = flawed.test(ShelfFlaw.SENDS_EVERYTHING_AT_ONCE) ? Integer.MAX_VALUE : card.largestBatch();
            for (int at = 0; at < request.texts().size(); at += step) {
                int end = (int) Math.min((long) at + step, request.texts().size());
                JsonObject reply = ask(
                        "/embed",
                        body(request, request.texts().subList(at, end)),
                        request.overrides(),
                        request.context());
                JsonArray rows = reading(() -> reply.array("vectors"));
                if (rows.size() != end - at && !flawed.test(ShelfFlaw.TAKES_TOO_FEW_VECTORS)) {
                    throw new GatorException(ProviderError.MALFORMED_ANSWER, "toy: " + rows.size() + " vectors");
                }
                rows.forEach(row -> all.add(vector(row.asArray())));
                usage = usage.plus(Usage.reported(reply.number("in").longValue(), 0));
                if (step == Integer.MAX_VALUE) {
                    break;
                }
            }
            if (flawed.test(ShelfFlaw.SHUFFLES_VECTORS)) {
                java.util.Collections.reverse(all);
            }
            return new EmbeddingReply(all, card.id(), usage, Optional.of(PRICES.cost(usage)));
        }

        private JsonObject body(EmbeddingRequest request, List<String> texts) {
            return JsonObject.builder()
                    .put("model", request.overrides().model().orElse(card.id().substring(4)))
                    .put("texts", JsonArray.ofStrings(texts))
                    .put(
                            "for",
                            flawed.test(ShelfFlaw.FORGETS_PURPOSE)
                                    ? "DOCUMENT"
                                    : request.purpose().name())
                    .put("size", flawed.test(ShelfFlaw.FORGETS_DIMENSIONS) ? 0 : request.dimensions())
                    .build();
        }

        private Embedding vector(JsonArray row) {
            float[] values = new float[row.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) row.get(i).asDouble();
            }
            return Embedding.of(values);
        }
    }

    private final class Ranking implements Reranker {
        private final String model;

        Ranking(String model) {
            this.model = model;
        }

        @Override
        public String id() {
            return "toy:" + model;
        }

        @Override
        public RerankReply rerank(RerankRequest request) {
            JsonObject body = JsonObject.builder()
                    .put("model", request.overrides().model().orElse(model))
                    .put("query", request.query())
                    .put("texts", JsonArray.ofStrings(request.documents()))
                    .put(
                            "top",
                            flawed.test(ShelfFlaw.FORGETS_TOP)
                                    ? request.documents().size()
                                    : request.top())
                    .build();
            JsonObject reply = ask("/rank", body, request.overrides(), request.context());
            List<RerankReply.Ranked> ranked = new ArrayList<>();
            for (Json row : reading(() -> reply.array("ranked"))) {
                ranked.add(ranked(row.asObject(), request));
            }
            if (flawed.test(ShelfFlaw.WORST_FIRST)) {
                java.util.Collections.reverse(ranked);
            }
            return new RerankReply(ranked, id(), Usage.UNKNOWN, Optional.empty());
        }

        private RerankReply.Ranked ranked(JsonObject row, RerankRequest request) {
            int index = (int) row.number("index").longValue();
            if (index >= request.documents().size() && !flawed.test(ShelfFlaw.TRUSTS_INDEXES)) {
                throw new GatorException(ProviderError.MALFORMED_ANSWER, "toy: document " + index);
            }
            return new RerankReply.Ranked(index, row.number("score").doubleValue());
        }
    }
}
