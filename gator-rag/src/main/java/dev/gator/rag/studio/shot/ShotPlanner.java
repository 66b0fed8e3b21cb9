package dev.gator.rag.studio.shot;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.script.BrandProfile;
import org.jspecify.annotations.Nullable;

/**
 * Turns a script into pictures. Which words go with which shot, and for how long, is always worked out by rule, so that a
 * plan fits its script whoever imagines the pictures. Immutable and thread-safe.
 */
public final class ShotPlanner {

    private static final String OFFLINE = "offline";

    private final @Nullable ChatModel model;

    private ShotPlanner(@Nullable ChatModel model) {
        this.model = model;
    }

    /** Returns a planner that imagines pictures by rule, with no model and no network. */
    public static ShotPlanner byRule() {
        return new ShotPlanner(null);
    }

    /** Returns a planner that lets a model imagine the pictures; the {@code offline} model stands for the rules. */
    public static ShotPlanner by(ChatModel model) {
        return model.card().id().equals(OFFLINE) ? byRule() : new ShotPlanner(model);
    }

    /** Plans the shots of a script. A picture that a model leaves out, or fills with banned words, is made by rule. */
    public ShotPlan plan(BrandProfile brand, ReelResult reel, CallContext context) {
        Storyboard board = Storyboard.of(brand, reel);
        return model == null ? board.plan() : board.plan(ShotIdeas.ask(model, brand, board, context));
    }
}
