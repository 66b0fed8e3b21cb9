package dev.gator.rag.reel;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonString;
import dev.gator.json.PartialJson;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.validate.Finding;
import dev.gator.rag.validate.LiveValidator;
import dev.gator.rag.validate.ReelValidator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads an answer as it streams in and tells what it already shows. Belongs to one thread. */
final class ScriptReader {

    private final LiveValidator live;
    private final Consumer<ReelEvent> listener;
    private final PartialJson partial = new PartialJson();
    private final StringBuilder text = new StringBuilder();
    private boolean readable = true;
    private String shown = "";

    private ScriptReader(ReelValidator validator, Consumer<ReelEvent> listener) {
        this.live = LiveValidator.of(validator);
        this.listener = listener;
    }

    /** Returns the whole answer. */
    static String read(ChatModel model, ChatRequest request, ReelValidator validator, Consumer<ReelEvent> listener) {
        ScriptReader reader = new ScriptReader(validator, listener);
        try (ChatStream stream = model.stream(request)) {
            stream.forEachText(reader::take);
        }
        return reader.text.toString();
    }

    private void take(String fragment) {
        text.append(fragment);
        if (!readable) {
            return;
        }
        List<JsonObject.Member> complete;
        try {
            complete = partial.feed(fragment);
        } catch (GatorException e) {
            readable = false; // prose around the JSON: the whole answer is searched for it at the end
            return;
        }
        complete.forEach(this::complete);
        partial.snapshot().ifPresent(this::growing);
    }

    private void complete(JsonObject.Member member) {
        field(member.name()).ifPresent(field -> {
            List<String> values = values(member.value());
            listener.accept(new ReelEvent.Complete(field, values));
            tell(live.complete(field, values));
            shown = field + ":" + String.join(" ", values);
        });
    }

    private void growing(Json soFar) {
        if (!(soFar instanceof JsonObject object) || object.isEmpty()) {
            return;
        }
        String last = object.keys().stream().reduce("", (first, second) -> second);
        Optional<ReelField> field = field(last).filter(one -> one != ReelField.HASHTAGS);
        if (field.isEmpty() || !(object.member(last) instanceof JsonString words)) {
            return;
        }
        String now = field.get() + ":" + words.asString();
        if (!now.equals(shown)) {
            shown = now;
            listener.accept(new ReelEvent.Growing(field.get(), words.asString()));
            tell(live.growing(field.get(), words.asString()));
        }
    }

    private void tell(List<Finding> findings) {
        findings.forEach(finding -> listener.accept(new ReelEvent.Noticed(finding)));
    }

    private static Optional<ReelField> field(String name) {
        for (ReelField field : ReelField.values()) {
            if (field.key().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static List<String> values(Json value) {
        if (value instanceof JsonArray array) {
            return array.stream()
                    .filter(JsonString.class::isInstance)
                    .map(Json::asString)
                    .toList();
        }
        return value instanceof JsonString words ? List.of(words.asString()) : List.of();
    }
}
