/** The engine: talks to models only through the contract. */
module dev.gator.core {
    requires static org.jspecify;
    requires transitive dev.gator.spi;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires static micrometer.core;
    requires static io.opentelemetry.api;
    requires static io.opentelemetry.context;

    exports dev.gator.budget;
    exports dev.gator.conversation;
    exports dev.gator.explain;
    exports dev.gator.guard;
    exports dev.gator.metrics;
    exports dev.gator.orchestration.deliberate;
    exports dev.gator.orchestration.engine;
    exports dev.gator.orchestration.reason;
    exports dev.gator.orchestration.route;
    exports dev.gator.persona;
    exports dev.gator.prompt;
    exports dev.gator.resilience;
    exports dev.gator.resilience.cache;
    exports dev.gator.resilience.rate;
    exports dev.gator.testing;
    exports dev.gator.tools;
    exports dev.gator;

    uses dev.gator.plugin.GatorPlugin;

    opens dev.gator.orchestration.deliberate to
            dev.gator.spi;
    opens dev.gator.orchestration.engine to
            dev.gator.spi;
    opens dev.gator.orchestration.reason to
            dev.gator.spi;
    opens dev.gator.orchestration.route to
            dev.gator.spi;
}
