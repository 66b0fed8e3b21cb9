package dev.gator.rag.index.opensearch;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonObject.Member;
import dev.gator.store.Attribute;
import dev.gator.store.Attributes;
import dev.gator.store.Filter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts twice: as they are, to come back whole, and as keywords and numbers that a filter becomes a query over. */
final class Facts {

    static final String KEYWORDS = "facts";
    static final String NAMES = "names";
    static final String NUMBERS = "numbers";

    /** Lucene takes no longer term than 32,766 bytes; a digest stands for what is long. */
    private static final int LONGEST = 500;

    private Facts() {}

    static Json kept(Attributes attributes) {
        JsonObject.Builder kept = JsonObject.builder();
        for (String name : attributes.names()) {
            kept.put(name, kept(attributes.get(name).orElseThrow()));
        }
        return kept.build();
    }

    static Attributes read(JsonObject kept) {
        Attributes attributes = Attributes.none();
        for (Member member : kept) {
            attributes = attributes.with(member.name(), read(member.value()));
        }
        return attributes;
    }

    static JsonArray names(Attributes attributes) {
        return JsonArray.ofStrings(List.copyOf(attributes.names()));
    }

    static JsonArray keywords(Attributes attributes) {
        List<String> keywords = new ArrayList<>();
        for (String name : attributes.names()) {
            Attribute fact = attributes.get(name).orElseThrow();
            if (fact instanceof Attribute.Texts several) {
                several.values().forEach(value -> keywords.add(keyword(name, Attribute.of(value))));
            } else if (!(fact instanceof Attribute.Numeric)) {
                keywords.add(keyword(name, fact));
            }
        }
        return JsonArray.ofStrings(keywords);
    }

    static JsonObject numbers(Attributes attributes) {
        JsonObject.Builder numbers = JsonObject.builder();
        for (String name : attributes.names()) {
            attributes.number(name).ifPresent(value -> numbers.put(field(name), value));
        }
        return numbers.build();
    }

    /** Returns the query that matches what the filter matches. */
    static JsonObject query(Filter filter) {
        if (filter instanceof Filter.Eq eq) {
            return eq.value() instanceof Attribute.Numeric number
                    ? range(eq.name(), number.value(), number.value())
                    : Queries.term(KEYWORDS, keyword(eq.name(), eq.value()));
        } else if (filter instanceof Filter.In in) {
            List<String> keywords = in.values().stream()
                    .map(value -> keyword(in.name(), Attribute.of(value)))
                    .toList();
            return Queries.one("terms", Queries.one(KEYWORDS, JsonArray.ofStrings(keywords)));
        } else if (filter instanceof Filter.Range range) {
            return range(range.name(), range.min(), range.max());
        } else if (filter instanceof Filter.Exists exists) {
            return Queries.term(NAMES, exists.name());
        } else if (filter instanceof Filter.And and) {
            return Queries.bool("filter", and.parts().stream().map(Facts::query).toList());
        } else if (filter instanceof Filter.Or or) {
            return Queries.bool("should", or.parts().stream().map(Facts::query).toList());
        } else {
            return Queries.bool("must_not", List.of(query(((Filter.Not) filter).part())));
        }
    }

    private static JsonObject range(String name, @Nullable Double min, @Nullable Double max) {
        JsonObject.Builder bounds = JsonObject.builder();
        if (min != null) {
            bounds.put("gte", min);
        }
        if (max != null) {
            bounds.put("lte", max);
        }
        return Queries.one("range", Queries.one(NUMBERS + "." + field(name), bounds.build()));
    }

    /** A dot would make an object of the field, and nothing could then be called like its beginning. */
    private static String field(String name) {
        return name.replace('.', '!');
    }

    private static String keyword(String name, Attribute fact) {
        String value = fact instanceof Attribute.Text text ? "=" + text.value() : ":" + fact;
        return name + (value.length() > LONGEST ? "#" + Key.digest(value) : value);
    }

    private static Json kept(Attribute fact) {
        if (fact instanceof Attribute.Text text) {
            return Json.of(text.value());
        } else if (fact instanceof Attribute.Numeric number) {
            return Json.of(number.value());
        } else if (fact instanceof Attribute.Flag flag) {
            return Json.of(flag.value());
        } else {
            return JsonArray.ofStrings(List.copyOf(((Attribute.Texts) fact).values()));
        }
    }

    private static Attribute read(Json kept) {
        if (kept instanceof JsonArray several) {
            Set<String> texts = new HashSet<>();
            several.forEach(text -> texts.add(text.asString()));
            return Attribute.of(texts);
        }
        return switch (kept.kind()) {
            case "a string" -> Attribute.of(kept.asString());
            case "a number" -> Attribute.of(kept.asDouble());
            default -> Attribute.of(kept.asBoolean());
        };
    }
}
