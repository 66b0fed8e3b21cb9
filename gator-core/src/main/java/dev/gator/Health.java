package dev.gator;

import dev.gator.provider.ProviderHealth;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How something and everything below it is.
 *
 * @param name what
 * @param state in one word; of a whole, {@code HEALTHY} as soon as one part is usable
 * @param detail what was found, without secrets
 * @param parts what is below it
 */
public record Health(String name, ProviderHealth.State state, String detail, List<Health> parts) {

    /** Copies the parts. */
    public Health {
        parts = List.copyOf(parts);
    }

    static Health of(ProviderHealth provider) {
        return new Health(provider.provider(), provider.state(), provider.detail(), List.of());
    }

    static Health of(String name, List<Health> parts) {
        long usable = parts.stream().filter(Health::isUsable).count();
        ProviderHealth.State state = usable > 0 ? ProviderHealth.State.HEALTHY : ProviderHealth.State.UNHEALTHY;
        return new Health(name, state, usable + " of " + parts.size() + " usable", parts);
    }

    /** Returns whether calls may succeed. */
    public boolean isUsable() {
        return state == ProviderHealth.State.HEALTHY || state == ProviderHealth.State.UNKNOWN;
    }

    /** Returns the tree on several lines, for people to read. */
    @Override
    public String toString() {
        String line = name + ": " + state + (detail.isEmpty() ? "" : " (" + detail + ")");
        return parts.isEmpty()
                ? line
                : line + "\n"
                        + parts.stream()
                                .map(part -> part.toString().indent(2).stripTrailing())
                                .collect(Collectors.joining("\n"));
    }
}
