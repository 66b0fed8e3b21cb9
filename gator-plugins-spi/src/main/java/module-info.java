/** The contract between applications, plugins and model providers. */
module dev.gator.spi {
    requires static transitive org.jspecify;
    requires static java.net.http;
    requires static org.junit.jupiter.api;

    exports dev.gator.call;
    exports dev.gator.chat;
    exports dev.gator.consent;
    exports dev.gator.content;
    exports dev.gator.embed;
    exports dev.gator.error;
    exports dev.gator.json;
    exports dev.gator.media;
    exports dev.gator.media.seal;
    exports dev.gator.observe;
    exports dev.gator.plugin;
    exports dev.gator.provider;
    exports dev.gator.secret;
    exports dev.gator.store;
    exports dev.gator.tck;
    exports dev.gator.tck.provider;
    exports dev.gator.tck.store;
    exports dev.gator.tck.wire;
    exports dev.gator.tool;
    exports dev.gator.usage;
}
