package dev.gator.tck;

import dev.gator.chat.Capability;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each test its bench, and replaces tests of what a model does not claim by the proof of the absence. */
final class ChatContractExtension extends ContractWatch implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(ChatContractExtension.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ChatBench.class || type == Benches.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Benches.class
                ? new Benches(subject(context), patience(context))
                : bench(context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> invoked, ExtensionContext context)
            throws Throwable {
        Optional<Needs> needs = AnnotationSupport.findAnnotation(context.getTestMethod(), Needs.class);
        Optional<Capability> missing = needs.flatMap(all -> missing(all, context));
        if (missing.isPresent()) {
            invocation.skip();
            report(context).absenceTested(name(context), missing.get().name());
            Absences.prove(missing.get(), bench(context));
            return;
        }
        needs.ifPresent(all -> refuseUnlessSpoken(all, subject(context).dialect()));
        invocation.proceed();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional.ofNullable(context.getStore(HERE).remove(ChatBench.class, ChatBench.class))
                .ifPresent(ChatBench::close);
    }

    private static Optional<Capability> missing(Needs needs, ExtensionContext context) {
        if (needs.value().length == 0) {
            return Optional.empty();
        }
        var claimed = bench(context).model().card().capabilities();
        return Arrays.stream(needs.value())
                .filter(needed -> !claimed.contains(needed))
                .findFirst();
    }

    private static void refuseUnlessSpoken(Needs needs, ChatDialect dialect) {
        List<WireTrait> missing = Arrays.stream(needs.traits())
                .filter(trait -> !dialect.traits().contains(trait))
                .toList();
        Assumptions.assumeTrue(missing.isEmpty(), () -> "the wire format of " + dialect.name() + " has no " + missing);
    }

    private static Duration patience(ExtensionContext context) {
        return context.getConfigurationParameter("gator.contract.patience.ms", Long::valueOf)
                .map(Duration::ofMillis)
                .orElse(PATIENCE);
    }

    private static ChatModelContract subject(ExtensionContext context) {
        return (ChatModelContract) context.getRequiredTestInstance();
    }

    private static ChatBench bench(ExtensionContext context) {
        return context.getStore(HERE)
                .getOrComputeIfAbsent(ChatBench.class, key -> new ChatBench(subject(context)), ChatBench.class);
    }
}
