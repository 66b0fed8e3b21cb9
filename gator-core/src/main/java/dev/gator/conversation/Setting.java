package dev.gator.conversation;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.TokenCounter;
import dev.gator.guard.Audience;
import dev.gator.guard.ContentRating;
import dev.gator.guard.RatingLimits;
import dev.gator.guard.RatingRules;
import dev.gator.persona.ModelRole;
import dev.gator.persona.Persona;
import dev.gator.prompt.PersonaCompiler;
import dev.gator.tools.ToolLoop;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that the conversations of one kind have in common. Changed only by copying, before anybody sees the copy. */
final class Setting implements Cloneable {

    ChatModel model;
    Function<String, ChatModel> models;
    Supplier<CallContext> context = CallContext::create;
    PersonaCompiler compiler = PersonaCompiler.standard();
    TokenCounter counter = TokenCounter.estimate();
    RatingRules rules = RatingRules.standard();
    RatingLimits tenant = RatingLimits.SFW;
    Audience audience = Audience.unknown();
    Function<ChatModel, ToolLoop> tools = ToolLoop::around;

    @Nullable
    ContentRating rating;

    boolean fixedModel;

    Setting(ChatModel model) {
        this.model = model;
        this.models = name -> model;
    }

    Setting copy() {
        try {
            return (Setting) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    ChatModel modelOf(Persona persona) {
        return fixedModel ? model : persona.model(ModelRole.TEXT).map(models).orElse(model);
    }

    ContentRating ratingOf(Persona persona) {
        ContentRating asked = rating;
        return asked == null
                ? rules.decide(tenant, persona.ratings(), audience).usual()
                : rules.decide(tenant, persona.ratings(), audience, asked).rating();
    }
}
