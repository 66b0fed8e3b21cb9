package dev.gator.orchestration.reason;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.error.Require;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Likeness;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Stages;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shows a model the examples that are most like the question, as turns of a conversation before it. Examples that have
 * nothing to do with the question are left out, so a question without like is asked without examples. Thread-safe.
 */
public final class Exemplars implements ChatModel {

    private final ChatModel model;
    private final Meaning meaning;
    private final List<Example> examples;
    private final int most;
    private final double least;
    private final StrategyModel engine;

    /**
     * A question with the answer it should get.
     *
     * @param question the question
     * @param answer the answer
     */
    public record Example(String question, String answer) {
        /** Checks that both say something. */
        public Example {
            Require.text("question of an example", question);
            Require.text("answer of an example", answer);
        }
    }

    private Exemplars(ChatModel model, Meaning meaning, List<Example> examples, int most, double least) {
        this.model = model;
        this.meaning = meaning.byTopic();
        this.examples = Require.notEmpty("examples", examples);
        this.most = Require.range("examples shown", most, 1, 50);
        this.least = Require.range("least likeness", least, 0, 1);
        this.engine = StrategyModel.of(
                "few-shot", List.of(model), run -> Ending.spokenBy(this.model, prepared(run.request(), pick(run))));
    }

    /** Returns a model that is shown up to 3 examples whose likeness is at least 0.2. */
    public static Exemplars of(ChatModel model, Meaning meaning, List<Example> examples) {
        return new Exemplars(model, meaning, examples, 3, 0.2);
    }

    /** Returns the same with other bounds. */
    public Exemplars atMost(int number, double leastLikeness) {
        return new Exemplars(model, meaning, examples, number, leastLikeness);
    }

    /** Returns the examples for a request, the most like last, as they are shown. */
    public List<Example> select(ChatRequest request) {
        return engine.perform(request, this::pick);
    }

    @Override
    public ModelCard card() {
        return engine.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return engine.chat(request);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return engine.stream(request);
    }

    private List<Example> pick(Run run) {
        List<String> texts = new ArrayList<>();
        texts.add(Stages.question(run.request()));
        examples.forEach(example -> texts.add(example.question()));
        Likeness likeness = meaning.compare(texts, run);
        List<Example> picked = new ArrayList<>(IntStream.range(0, examples.size())
                .boxed()
                .filter(i -> likeness.between(0, i + 1) >= least)
                .sorted(Comparator.comparingDouble((Integer i) -> -likeness.between(0, i + 1)))
                .limit(most)
                .map(examples::get)
                .toList());
        Collections.reverse(picked);
        run.progress("examples", picked.size() + " of " + examples.size());
        return List.copyOf(picked);
    }

    private static ChatRequest prepared(ChatRequest request, List<Example> picked) {
        List<Message> messages = new ArrayList<>(request.messages());
        int at = 0;
        while (at < messages.size() && messages.get(at) instanceof Message.Instructions) {
            at++;
        }
        for (Example example : picked) {
            messages.add(at++, Message.user(example.question()));
            messages.add(at++, Message.assistant(example.answer()));
        }
        return request.withMessages(messages);
    }
}
