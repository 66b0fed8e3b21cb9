package dev.gator.provider.cohere;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.ModelCard;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.JsonBody;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.provider.http.Target;
import dev.gator.usage.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Orders documents by a query. The service bills searches, not tokens, so the cost is unknown. */
final class CohereReranker implements Reranker {

    private static final Names NAMES = Names.of("results", "meta", "index", "relevance_score");

    private final Cohere provider;
    private final ModelCard card;

    CohereReranker(Cohere provider, ModelCard card) {
        this.provider = provider;
        this.card = card;
    }

    @Override
    public String id() {
        return card.id();
    }

    @Override
    public RerankReply rerank(RerankRequest request) {
        ModelCard used = request.overrides().model().map(provider::card).orElse(card);
        Target target = provider.endpoint().resolve(request.overrides());
        JsonBody body = JsonBody.of(json -> write(json, used.name(), request));
        Answer answer = provider.transport().post(target, "/v2/rerank", body, request.context());
        return read(answer, used, request.documents().size());
    }

    private static void write(JsonGenerator json, String name, RerankRequest request) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", name);
        json.writeStringField("query", request.query());
        json.writeArrayFieldStart("documents");
        for (String document : request.documents()) {
            json.writeString(document);
        }
        json.writeEndArray();
        if (request.top() < request.documents().size()) {
            json.writeNumberField("top_n", request.top());
        }
        json.writeEndObject();
    }

    private RerankReply read(Answer answer, ModelCard used, int documents) {
        List<RerankReply.Ranked> ranked = new ArrayList<>();
        Usage usage = Usage.UNKNOWN;
        boolean found = false;
        JsonScan scan = answer.scan();
        scan.object();
        for (String member; (member = scan.member(NAMES)) != null; ) {
            switch (member) {
                case "results" -> {
                    found = true;
                    results(scan, documents, ranked);
                }
                case "meta" -> usage = UsageReader.read(scan);
                default -> scan.skip();
            }
        }
        scan.end();
        if (!found) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, provider.name() + " answered no ranking");
        }
        return new RerankReply(ranked, used.name(), usage, used.cost(usage));
    }

    private static void results(JsonScan scan, int documents, List<RerankReply.Ranked> into) {
        scan.array();
        while (scan.item()) {
            long index = -1;
            double score = 0;
            scan.object();
            for (String member; (member = scan.member(NAMES)) != null; ) {
                switch (member) {
                    case "index" -> index = scan.number();
                    case "relevance_score" -> score = scan.decimal();
                    default -> scan.skip();
                }
            }
            if (index < 0 || index >= documents) {
                throw new GatorException(
                        ProviderError.MALFORMED_ANSWER, "the ranking names document " + index + " of " + documents);
            }
            into.add(new RerankReply.Ranked((int) index, score));
        }
    }

    @Override
    public String toString() {
        return card.id();
    }
}
