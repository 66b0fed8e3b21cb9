package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.error.GatorException;
import dev.gator.provider.ProviderConfig;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One test's ranking service and the reranker that talks to it. */
final class RerankBench implements AutoCloseable {

    private final RerankerContract subject;
    private final ServiceBench<RerankDialect> service;
    private final List<Reranker> models = new ArrayList<>();

    RerankBench(RerankerContract subject) {
        this.subject = subject;
        this.service = ServiceBench.of(subject.dialect());
    }

    ServiceBench<RerankDialect> service() {
        return service;
    }

    synchronized Reranker model() {
        return models.isEmpty() ? model(service.config()) : models.get(0);
    }

    synchronized Reranker model(ProviderConfig.Builder config) {
        models.add(subject.model(config.build()));
        return models.get(models.size() - 1);
    }

    /** Scripts a ranking by length: the longer a document, the better, and no score twice. */
    RerankBench answersHonestly() {
        return answers(this::honest);
    }

    RerankBench answers(Function<RecordedRequest, WireReply> choice) {
        service.answers(WireTopic.RERANK, choice);
        return this;
    }

    private WireReply honest(RecordedRequest request) {
        RerankRequest asked = service.dialect().readRerank(request).content();
        return service.dialect().ranking(request, byLength(asked));
    }

    static List<RerankReply.Ranked> byLength(RerankRequest asked) {
        return IntStream.range(0, asked.documents().size())
                .mapToObj(i -> new RerankReply.Ranked(
                        i, 1 - 1.0 / (1 + asked.documents().get(i).length())))
                .sorted(Comparator.comparingDouble(RerankReply.Ranked::score).reversed())
                .limit(asked.top())
                .toList();
    }

    Seen<RerankRequest> seenFor(RerankRequest request) {
        answersHonestly().model().rerank(request);
        List<RecordedRequest> all = service.requests(WireTopic.RERANK);
        return service.dialect().readRerank(all.get(all.size() - 1));
    }

    GatorException failure(Reranker model) {
        return assertThrows(GatorException.class, () -> model.rerank(RerankRequest.of("q", List.of("one", "three"))));
    }

    @Override
    public void close() {
        Closing.all(models);
        service.close();
    }
}
