/** The engine: talks to models only through the contract. */
module dev.gator.core {
    requires static org.jspecify;
    requires transitive dev.gator.spi;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires static micrometer.core;
    requires static io.opentelemetry.api;
    requires static io.opentelemetry.context;

    exports dev.gator;
    exports dev.gator.budget;
    exports dev.gator.conversation;
    exports dev.gator.explain;
    exports dev.gator.guard;
    exports dev.gator.metrics;
    exports dev.gator.persona;
    exports dev.gator.prompt;
    exports dev.gator.testing;
    exports dev.gator.tools;

    uses dev.gator.plugin.GatorPlugin;
    uses dev.gator.provider.ProviderFactory;
}
