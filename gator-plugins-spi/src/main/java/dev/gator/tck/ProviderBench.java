package dev.gator.tck;

import dev.gator.call.CallContext;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderHealth;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import java.util.ArrayList;
import java.util.List;

/** One test's service and the provider that talks to it. */
final class ProviderBench implements AutoCloseable {

    private final ModelProviderContract subject;
    private final ServiceBench<ModelListDialect> service;
    private final List<ModelProvider> providers = new ArrayList<>();

    ProviderBench(ModelProviderContract subject) {
        this.subject = subject;
        this.service = ServiceBench.of(subject.dialect());
    }

    ServiceBench<ModelListDialect> service() {
        return service;
    }

    ModelProvider provider() {
        return providers.isEmpty() ? provider(service.config()) : providers.get(0);
    }

    ModelProvider provider(ProviderConfig.Builder config) {
        providers.add(subject.provider(config.build()));
        return providers.get(providers.size() - 1);
    }

    /** Scripts a service that is well and has those models. */
    ProviderBench serves(String... models) {
        ModelListDialect dialect = service.dialect();
        service.server().otherwise((RecordedRequest request) -> switch (dialect.topic(request)) {
            case MODELS -> models.length == 0 ? dialect.healthy(request) : dialect.models(request, List.of(models));
            case HEALTH -> dialect.healthy(request);
            default -> WireReply.text(404, "nothing here: " + request);
        });
        return this;
    }

    ProviderHealth.State state(ModelProvider provider) {
        return provider.health(CallContext.create()).state();
    }

    @Override
    public void close() {
        Closing.all(providers);
        service.close();
    }
}
