package dev.gator.provider.openai;

import dev.gator.chat.Capability;
import dev.gator.provider.http.KeyHeader;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service that speaks OpenAI's language, as data.
 *
 * @param name the name before the colon in model ids
 * @param base its address, or null if everybody has another one
 * @param keyName the name of the secret that holds the key
 * @param keyNeeded whether there must be one
 * @param keyHeader how it wants the key
 * @param quirks what it does differently
 * @param ignores the settings that it does not know
 * @param capabilities what its models can do, as long as nothing else is known about one
 */
record Service(
        String name,
        @Nullable URI base,
        String keyName,
        boolean keyNeeded,
        KeyHeader keyHeader,
        Set<Quirk> quirks,
        Set<String> ignores,
        Set<Capability> capabilities) {

    Service {
        quirks = Set.copyOf(quirks);
        ignores = Set.copyOf(ignores);
        capabilities = Set.copyOf(capabilities);
    }

    static final Set<Capability> USUAL = Set.of(
            Capability.TOOLS,
            Capability.PARALLEL_TOOLS,
            Capability.TOOL_CHOICE,
            Capability.JSON_SCHEMA,
            Capability.JSON_MODE,
            Capability.IMAGE_INPUT,
            Capability.SEED,
            Capability.STOP_SEQUENCES);

    static Service of(String name, String base, String keyName, Quirk... quirks) {
        return new Service(name, URI.create(base), keyName, true, KeyHeader.BEARER, Set.of(quirks), Set.of(), USUAL);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    Service keyOptional() {
        return new Service(name, base, keyName, false, keyHeader, quirks, ignores, capabilities);
    }

    Service keyIn(KeyHeader header) {
        return new Service(name, base, keyName, keyNeeded, header, quirks, ignores, capabilities);
    }

    Service withoutAddress() {
        return new Service(name, null, keyName, keyNeeded, keyHeader, quirks, ignores, capabilities);
    }

    Service ignoring(String... settings) {
        return new Service(name, base, keyName, keyNeeded, keyHeader, quirks, Set.of(settings), capabilities);
    }

    Service with(Capability... more) {
        EnumSet<Capability> all = EnumSet.copyOf(capabilities);
        all.addAll(Set.of(more));
        return new Service(name, base, keyName, keyNeeded, keyHeader, quirks, ignores, all);
    }

    Service without(Capability... fewer) {
        EnumSet<Capability> all = EnumSet.copyOf(capabilities);
        all.removeAll(Set.of(fewer));
        return new Service(name, base, keyName, keyNeeded, keyHeader, quirks, ignores, all);
    }
}
