package dev.gator.rag.reel;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import dev.gator.json.JsonExtractor;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.validate.Finding;
import dev.gator.rag.validate.ReelValidator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A talk with a model about one script. Belongs to one thread. */
final class Writing {

    private final ChatModel model;
    private final ReelValidator validator;
    private final Consumer<ReelEvent> listener;
    private final int parseTries;
    private ChatRequest next;
    private String complaint = "";
    private ReelScript last = new ReelScript("", "", "", "", List.of());

    Writing(ChatModel model, ChatRequest first, ReelValidator validator, Consumer<ReelEvent> listener, int parseTries) {
        this.model = model;
        this.next = first;
        this.validator = validator;
        this.listener = listener;
        this.parseTries = parseTries;
    }

    /** Returns a script, or nothing if none of the answers could be read. */
    Optional<ReelScript> write() {
        for (int attempt = 1; attempt <= parseTries; attempt++) {
            String answer = ScriptReader.read(model, next, validator, listener);
            Optional<ReelScript> script = parsed(answer);
            if (script.isPresent()) {
                last = script.get();
                return script;
            }
            next = ReelPrompt.again(next, answer, complaint);
        }
        return Optional.empty();
    }

    /** Shows the model what is wrong with its last script. */
    void mend(List<Finding> errors) {
        next = ReelPrompt.again(next, last, errors);
    }

    /** Returns what was wrong with the form of the last answer. */
    String complaint() {
        return complaint;
    }

    private Optional<ReelScript> parsed(String answer) {
        Optional<Json> json = JsonExtractor.find(answer);
        if (json.isEmpty()) {
            complaint = "the answer holds no JSON object";
            return Optional.empty();
        }
        try {
            return Optional.of(JsonBinding.read(json.get(), ReelScript.class));
        } catch (GatorException e) {
            complaint = e.detail();
            return Optional.empty();
        }
    }
}
