package dev.gator.conversation;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ChatModel;
import dev.gator.chat.TokenCounter;
import dev.gator.guard.Audience;
import dev.gator.guard.ContentRating;
import dev.gator.guard.RatingLimits;
import dev.gator.guard.RatingRules;
import dev.gator.persona.Persona;
import dev.gator.prompt.PersonaCompiler;
import dev.gator.tool.Tool;
import dev.gator.tools.ToolApproval;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Opens conversations with personas. Immutable and thread-safe: the {@code with} methods return copies, so one application
 * can have several kinds of conversation.
 *
 * <pre>{@code
 * Conversation chat = gator.conversations().withTools(weather).open(emma, Owner.user("u-17"));
 * chat.send("What do I pack for Lisbon?").text();
 * }</pre>
 */
public final class Conversations {

    private final Setting setting;

    private Conversations(Setting setting) {
        this.setting = setting;
    }

    /** Returns conversations with that model, kept in memory, for an audience of unknown age. */
    public static Conversations over(ChatModel model) {
        return new Conversations(new Setting(model));
    }

    /** Returns a copy in which that model answers, whatever model the personas prefer. */
    public Conversations withModel(ChatModel model) {
        return changed(copy -> {
            copy.model = model;
            copy.fixedModel = true;
        });
    }

    /** Returns a copy that finds the models which personas prefer by this function. */
    public Conversations withModels(Function<String, ChatModel> models) {
        return changed(copy -> copy.models = models);
    }

    /** Returns a copy whose turns begin with this context, unless a turn brings its own. */
    public Conversations withContext(Supplier<CallContext> context) {
        return changed(copy -> copy.context = context);
    }

    /** Returns a copy whose personas can use more tools. */
    public Conversations withTools(Tool... tools) {
        return changed(copy -> {
            var before = setting.tools;
            copy.tools = model -> before.apply(model).with(List.of(tools));
        });
    }

    /** Returns a copy that asks before a changing tool runs. */
    public Conversations withApproval(ToolApproval approval) {
        return changed(copy -> {
            var before = setting.tools;
            copy.tools = model -> before.apply(model).approval(approval);
        });
    }

    /** Returns a copy whose personas are turned into system messages by that compiler. */
    public Conversations withCompiler(PersonaCompiler compiler) {
        return changed(copy -> copy.compiler = compiler);
    }

    /** Returns a copy that counts tokens with that counter. */
    public Conversations withCounter(TokenCounter counter) {
        return changed(copy -> copy.counter = counter);
    }

    /** Returns a copy for that audience; nobody known is the default, which means safe for everybody. */
    public Conversations withAudience(Audience audience) {
        return changed(copy -> copy.audience = audience);
    }

    /** Returns a copy in which the tenant allows that much; safe for everybody is the default. */
    public Conversations withTenantLimits(RatingLimits limits) {
        return changed(copy -> copy.tenant = limits);
    }

    /** Returns a copy that asks for that rating, as far as tenant, platform, persona and audience allow it. */
    public Conversations withRating(ContentRating rating) {
        return changed(copy -> copy.rating = rating);
    }

    /** Returns a copy with other rules about platforms. */
    public Conversations withRatingRules(RatingRules rules) {
        return changed(copy -> copy.rules = rules);
    }

    /** Opens an empty conversation of that owner with a persona. */
    public Conversation open(Persona persona, Owner owner) {
        return new Conversation(persona, owner, setting);
    }

    private Conversations changed(Consumer<Setting> change) {
        Setting copy = setting.copy();
        change.accept(copy);
        return new Conversations(copy);
    }
}
