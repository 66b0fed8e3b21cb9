package dev.gator.rag.learn.trend;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.json.JsonObject;
import dev.gator.rag.script.HookType;
import dev.gator.rag.text.RagError;
import dev.gator.rag.text.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A way to begin a script with what is talked about.
 *
 * @param topic the trend
 * @param hook the type of the beginning
 * @param text the beginning
 */
public record TrendIdea(Trend topic, HookType hook, String text) {

    private static final JsonObject DATA = Resource.object(TrendIdea.class, "trend-hooks.json")
            .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "there is no trend-hooks.json"));

    /** Returns ideas for trends, the strongest trend first, each trend in another way; none in an unknown language. */
    public static List<TrendIdea> of(List<Trend> trends, Language language) {
        Optional<JsonObject> templates = DATA.optionalObject(language.base());
        List<TrendIdea> ideas = new ArrayList<>();
        templates.ifPresent(known -> {
            List<String> types = List.copyOf(known.keys());
            for (int i = 0; i < trends.size(); i++) {
                String type = types.get(i % types.size());
                Trend trend = trends.get(i);
                ideas.add(new TrendIdea(
                        trend, HookType.of(type), known.string(type).replace("{topic}", capital(trend.label()))));
            }
        });
        return List.copyOf(ideas);
    }

    private static String capital(String topic) {
        int first = topic.offsetByCodePoints(0, 1);
        return topic.substring(0, first).toUpperCase(Locale.ROOT) + topic.substring(first);
    }
}
