package dev.gator.local;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Looks for optional dependencies before their classes are touched, so that a missing one is named, not stumbled on. */
final class LocalJars {

    private LocalJars() {}

    /** Refuses unless all resources are there; {@code needed} maps a resource to the coordinates that bring it. */
    static void require(String what, Map<String, String> needed) {
        List<String> missing = needed.entrySet().stream()
                .filter(entry -> LocalJars.class.getClassLoader().getResource(entry.getKey()) == null)
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new GatorException(ProviderError.MISSING_DEPENDENCY, what + " need " + String.join(" and ", missing));
        }
    }

    static InputStream open(String resource) throws IOException {
        InputStream in = LocalJars.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("no " + resource + " on the class path");
        }
        return in;
    }
}
