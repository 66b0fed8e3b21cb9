package dev.gator.offline;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The few files that the writer takes its sentences from. */
final class Shelf {

    private static final List<Topic> FIELDS = topics("life.json", "work.json");
    private static final List<Topic> FACTS = topics("facts.json");
    private static final List<Topic> KINDS = topics("kinds.json");
    private static final JsonObject TONES = read("tones.json").asObject();
    private static final JsonObject SIDES = read("sides.json").asObject();
    private static final List<Tongue> TONGUES = read("tongues.json").asArray().stream()
            .map(json -> Tongue.of(json.asObject()))
            .toList();

    private Shelf() {}

    /** Returns the field that most words of the question belong to; of several the one that stands first in the files. */
    static Optional<Topic> field(String question) {
        @Nullable Topic best = null;
        int most = 0;
        for (Topic topic : FIELDS) {
            int weight = topic.weight(question);
            if (weight > most) {
                best = topic;
                most = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns what asks for facts that nobody gave. */
    static Optional<Topic> fact(String question) {
        return FACTS.stream().filter(topic -> topic.fits(question)).findFirst();
    }

    /** Returns the kind of a question. */
    static Topic kind(String question) {
        return KINDS.stream().filter(topic -> topic.fits(question)).findFirst().orElse(KINDS.get(KINDS.size() - 1));
    }

    static Topic kindCalled(String id) {
        return KINDS.stream().filter(topic -> topic.id().equals(id)).findFirst().orElseThrow();
    }

    static List<String> tone(String name) {
        return strings(TONES, name);
    }

    /** Returns sentences for a debate or a judgement. */
    static List<String> spoken(String name) {
        return strings(SIDES, name);
    }

    static List<String> argued(String side, String part) {
        return strings(SIDES.object(side), part);
    }

    static Optional<Tongue> tongue(String text) {
        return Tongue.among(TONGUES, text);
    }

    static boolean honestSomewhere(String text) {
        return TONGUES.stream().anyMatch(tongue -> text.contains(tongue.honest()));
    }

    private static List<String> strings(JsonObject object, String name) {
        return object.array(name).stream().map(Json::asString).toList();
    }

    private static List<Topic> topics(String... files) {
        List<Topic> topics = new ArrayList<>();
        for (String file : files) {
            read(file).asArray().forEach(json -> topics.add(Topic.of(json.asObject())));
        }
        return List.copyOf(topics);
    }

    private static Json read(String file) {
        try (InputStream in = Objects.requireNonNull(Shelf.class.getResourceAsStream(file), file)) {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new GatorException(ProviderError.BAD_SETTING, "the offline writer's " + file + " cannot be read", e);
        }
    }
}
