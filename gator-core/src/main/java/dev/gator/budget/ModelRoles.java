package dev.gator.budget;

import dev.gator.chat.ChatModel;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who does which work, so that side work goes to a cheaper model. Immutable. A role that nobody was given falls to the
 * main model.
 */
public final class ModelRoles {

    /** A kind of work. */
    public enum Role {
        /** Answers the user. */
        MAIN,
        /** Shortens, titles, extracts. */
        SUMMARISER,
        /** Compares and marks answers. */
        JUDGE
    }

    private final ChatModel main;
    private final Map<Role, ChatModel> others;

    private ModelRoles(ChatModel main, Map<Role, ChatModel> others) {
        this.main = main;
        this.others = others;
    }

    /** Returns roles that are all played by one model. */
    public static ModelRoles of(ChatModel main) {
        return new ModelRoles(main, Map.of());
    }

    /** Returns a copy in which that role is played by another model. */
    public ModelRoles with(Role role, ChatModel model) {
        if (role == Role.MAIN) {
            return new ModelRoles(model, others);
        }
        Map<Role, ChatModel> more = new EnumMap<>(Role.class);
        more.putAll(others);
        more.put(role, model);
        return new ModelRoles(main, more);
    }

    /** Returns the model that plays that role. */
    public ChatModel model(Role role) {
        return others.getOrDefault(role, main);
    }

    /** Returns the model that answers the user. */
    public ChatModel main() {
        return main;
    }

    /** Returns the model that shortens, titles and extracts. */
    public ChatModel summariser() {
        return model(Role.SUMMARISER);
    }

    /** Returns the model that compares and marks answers. */
    public ChatModel judge() {
        return model(Role.JUDGE);
    }
}
