package dev.gator.orchestration.reason;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.error.Require;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Likeness;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What if one thing were different? Asks a request and a changed one several times each, all at once, and tells the effect
 * of the change from the model's own fluctuation. Not a chat model: its result is a comparison. Thread-safe.
 */
public final class Counterfactual {

    private final ChatModel model;
    private final int runs;
    private final Meaning meaning;
    private final StrategyModel engine;

    private Counterfactual(ChatModel model, int runs, Meaning meaning) {
        this.model = model;
        this.runs = Require.range("runs", runs, 1, 16);
        this.meaning = meaning.byTopic();
        this.engine = StrategyModel.of("counterfactual", List.of(model), run -> Ending.spokenBy(model, run.request()));
    }

    /** Returns a comparison of 3 runs each, by words. */
    public static Counterfactual of(ChatModel model) {
        return new Counterfactual(model, 3, Meaning.lexical());
    }

    /** Returns the same with another number of runs each, 1 to 16. */
    public Counterfactual runs(int each) {
        return new Counterfactual(model, each, meaning);
    }

    /** Returns the same, comparing in another way. */
    public Counterfactual comparing(Meaning other) {
        return new Counterfactual(model, runs, other);
    }

    /** Replaces a text everywhere in the conversation and compares; refuses if the text does not occur. */
    public Shift replacing(ChatRequest request, String text, String by) {
        Require.text("text to replace", text);
        List<Message> changed = request.messages().stream()
                .map(message -> replaced(message, text, by))
                .toList();
        Require.that(!changed.equals(request.messages()), "the text to replace does not occur in the request");
        return compare(request, request.withMessages(changed));
    }

    /** Compares the answers to two requests; the context of the first one counts. */
    public Shift compare(ChatRequest original, ChatRequest changed) {
        return engine.perform(original, run -> {
            List<Function<Run, ChatReply>> tasks = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                tasks.add(branch -> branch.ask("as it is", model, original));
            }
            for (int i = 0; i < runs; i++) {
                tasks.add(branch -> branch.ask("what if", model, changed));
            }
            List<ChatReply> replies = run.all(tasks);
            Likeness likeness =
                    meaning.compare(replies.stream().map(ChatReply::text).toList(), run);
            Shift shift = Shift.of(replies.subList(0, runs), replies.subList(runs, 2 * runs), likeness);
            run.note("shift", shift.toString());
            return shift;
        });
    }

    private static Message replaced(Message message, String text, String by) {
        if (message instanceof Message.Instructions told) {
            return new Message.Instructions(told.text().replace(text, by), told.cachePoint());
        }
        if (message instanceof Message.User user) {
            List<Part> parts =
                    user.parts().stream().map(part -> replaced(part, text, by)).toList();
            return new Message.User(parts, user.cachePoint());
        }
        return message;
    }

    private static Part replaced(Part part, String text, String by) {
        return part instanceof Part.Text words
                ? new Part.Text(words.text().replace(text, by), words.untrusted())
                : part;
    }
}
