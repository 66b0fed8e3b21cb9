package dev.gator.budget;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Reasoning;
import dev.gator.chat.Sampling;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which model, with which settings, gives which quality. Immutable. The model given first is the standard; a higher
 * level that is not set is that of the next lower one, a draft that is not set is the standard.
 *
 * <pre>{@code
 * QualityLevels levels = QualityLevels.of(mini)
 *         .level(Quality.DRAFT, mini, Sampling.builder().maxTokens(300).build())
 *         .level(Quality.PREMIUM, large, Reasoning.of(Reasoning.Effort.HIGH));
 * ChatReply reply = levels.model(Quality.PREMIUM).chat(request);
 * }</pre>
 */
public final class QualityLevels {

    private final ChatModel usual;
    private final Map<Quality, ChatModel> levels;

    private QualityLevels(ChatModel usual, Map<Quality, ChatModel> levels) {
        this.usual = usual;
        this.levels = levels;
    }

    /** Returns levels that are all the same model. */
    public static QualityLevels of(ChatModel usual) {
        return new QualityLevels(usual, Map.of());
    }

    /** Returns a copy in which that level is a model as it is. */
    public QualityLevels level(Quality quality, ChatModel model) {
        return put(quality, model);
    }

    /** Returns a copy in which that level is a model with settings, which hold where a request has none of its own. */
    public QualityLevels level(Quality quality, ChatModel model, Sampling settings) {
        return put(quality, new Preset(model, settings, null));
    }

    /** Returns a copy in which that level is a model that thinks so hard, unless a request says otherwise. */
    public QualityLevels level(Quality quality, ChatModel model, Reasoning reasoning) {
        return put(quality, new Preset(model, Sampling.defaults(), reasoning));
    }

    /** Returns the model of that level. */
    public ChatModel model(Quality quality) {
        ChatModel own = levels.get(quality);
        if (own != null || quality == Quality.STANDARD) {
            return own == null ? usual : own;
        }
        return model(quality == Quality.PREMIUM ? Quality.HIGH : Quality.STANDARD);
    }

    private QualityLevels put(Quality quality, ChatModel model) {
        Map<Quality, ChatModel> more = new EnumMap<>(Quality.class);
        more.putAll(levels);
        more.put(quality, model);
        return new QualityLevels(usual, more);
    }

    /** A model with settings of its own; those of a request win. */
    private record Preset(ChatModel model, Sampling settings, @Nullable Reasoning reasoning) implements ChatModel {

        @Override
        public ModelCard card() {
            return model.card();
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            return model.chat(filled(request));
        }

        @Override
        public ChatStream stream(ChatRequest request) {
            return model.stream(filled(request));
        }

        private ChatRequest filled(ChatRequest request) {
            ChatRequest.Builder copy = request.toBuilder().sampling(filled(request.sampling()));
            if (reasoning != null && request.reasoning().isEmpty()) {
                copy.reasoning(reasoning);
            }
            return copy.build();
        }

        private Sampling filled(Sampling own) {
            Sampling.Builder both = settings.toBuilder();
            own.temperature().ifPresent(both::temperature);
            own.topP().ifPresent(both::topP);
            own.topK().ifPresent(both::topK);
            own.maxTokens().ifPresent(both::maxTokens);
            own.seed().ifPresent(both::seed);
            own.frequencyPenalty().ifPresent(both::frequencyPenalty);
            own.presencePenalty().ifPresent(both::presencePenalty);
            if (!own.stop().isEmpty()) {
                both.stop(own.stop().toArray(String[]::new));
            }
            return both.build();
        }
    }
}
