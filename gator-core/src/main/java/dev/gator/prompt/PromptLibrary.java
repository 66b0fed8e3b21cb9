package dev.gator.prompt;

import dev.gator.call.TimeSource;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Named templates with their history. A version is the hash of its content, so publishing the same text twice adds nothing
 * and an old version can be found again for ever. Thread-safe.
 */
public final class PromptLibrary {

    private final TimeSource time;
    private final Map<String, List<Edition>> editions = new ConcurrentSkipListMap<>();

    private PromptLibrary(TimeSource time) {
        this.time = time;
    }

    /** Returns an empty library. */
    public static PromptLibrary create() {
        return create(TimeSource.system());
    }

    /** Returns an empty library that reads time from {@code time}. */
    public static PromptLibrary create(TimeSource time) {
        return new PromptLibrary(time);
    }

    /** Makes a template the current one of that name, also an old one, and returns it. */
    public PromptTemplate publish(String name, String text) {
        PromptTemplate template = PromptTemplate.of(text);
        editions.compute(Require.text("template name", name), (key, known) -> {
            List<Edition> history = known == null ? List.of() : known;
            boolean current = !history.isEmpty()
                    && history.get(history.size() - 1).template().equals(template);
            return current ? history : extended(history, template);
        });
        return template;
    }

    /**
     * Returns the current template of that name.
     *
     * @throws GatorException with {@link PromptError#UNKNOWN_TEMPLATE}, listing the names there are
     */
    public PromptTemplate get(String name) {
        List<Edition> history = history(name);
        return history.get(history.size() - 1).template();
    }

    /** Returns the template of that name and version. */
    public Optional<PromptTemplate> find(String name, String version) {
        return editions.getOrDefault(name, List.of()).stream()
                .map(Edition::template)
                .filter(template -> template.version().equals(version))
                .findFirst();
    }

    /** Returns what was current under that name and since when, oldest first. */
    public List<Edition> history(String name) {
        List<Edition> history = editions.get(name);
        if (history == null) {
            throw new GatorException(
                    PromptError.UNKNOWN_TEMPLATE, "there is no template '" + name + "'; there are " + names());
        }
        return history;
    }

    /** Returns the names in alphabetical order. */
    public List<String> names() {
        return List.copyOf(editions.keySet());
    }

    private List<Edition> extended(List<Edition> history, PromptTemplate template) {
        List<Edition> longer = new ArrayList<>(history);
        longer.add(new Edition(template, time.now()));
        return List.copyOf(longer);
    }

    /**
     * A template that was current for a while.
     *
     * @param template what
     * @param since since when
     */
    public record Edition(PromptTemplate template, Instant since) {}
}
