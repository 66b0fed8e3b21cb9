package dev.gator.tck;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test of an embedding, reranking or provider contract its bench, and closes it. */
final class ServiceContractExtension extends ContractWatch implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(ServiceContractExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == EmbeddingBench.class || type == RerankBench.class || type == ProviderBench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        AutoCloseable bench = bench(context.getRequiredTestInstance());
        context.getStore(HERE).put(AutoCloseable.class, bench);
        return bench;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Optional<AutoCloseable> bench =
                Optional.ofNullable(context.getStore(HERE).remove(AutoCloseable.class, AutoCloseable.class));
        if (bench.isPresent()) {
            bench.get().close();
        }
    }

    private static AutoCloseable bench(Object subject) {
        if (subject instanceof EmbeddingModelContract contract) {
            return new EmbeddingBench(contract);
        }
        return subject instanceof RerankerContract contract
                ? new RerankBench(contract)
                : new ProviderBench((ModelProviderContract) subject);
    }
}
