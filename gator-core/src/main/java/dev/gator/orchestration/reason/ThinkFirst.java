package dev.gator.orchestration.reason;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.Material;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Stages;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.List;

/**
 * Lets a model think before it answers. Hidden: a model that can think by itself is told to; any other thinks in a call of
 * its own, whose text the reader never sees. Shown: the thoughts are the first part of the answer. Thread-safe.
 */
public final class ThinkFirst implements ChatModel {

    private static final String THINK =
            """
            Do not answer the request above yet. Think it through step by step: what is asked, what is known, what could be
            overlooked, how to check the result. Write down your thoughts.
            """;
    private static final String ANSWER =
            """
            Your thoughts about the request above follow. Answer the request now; the reader does not see the thoughts, so
            do not refer to them.
            """;
    private static final String ALOUD = "Think aloud first, step by step, then give the answer.";

    private final ChatModel model;
    private final boolean shown;
    private final StrategyModel engine;

    private ThinkFirst(ChatModel model, boolean shown) {
        this.model = model;
        this.shown = shown;
        this.engine = StrategyModel.of("think-first", List.of(model), this::perform);
    }

    /** Returns a model whose thoughts the reader does not see. */
    public static ThinkFirst hidden(ChatModel model) {
        return new ThinkFirst(model, false);
    }

    /** Returns a model that thinks aloud; not for structured answers, which have no room for thoughts. */
    public static ThinkFirst shown(ChatModel model) {
        return new ThinkFirst(model, true);
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

    private Ending perform(Run run) {
        ChatRequest request = run.request();
        boolean structured = !(request.format() instanceof ResponseFormat.Text);
        if (shown && !structured) {
            return Ending.spokenBy(model, Stages.closing(request, ALOUD));
        }
        if (model.card().can(Capability.REASONING)) {
            Reasoning effort = request.reasoning().orElse(Reasoning.of(Reasoning.Effort.HIGH));
            return Ending.spokenBy(model, request.toBuilder().reasoning(effort).build());
        }
        String thoughts = run.ask("think", model, Stages.step(request, THINK)).text();
        run.progress("thought", "the model has thought it through");
        return Ending.spokenBy(model, Stages.closing(request, ANSWER, Material.of("your thoughts", thoughts)));
    }
}
