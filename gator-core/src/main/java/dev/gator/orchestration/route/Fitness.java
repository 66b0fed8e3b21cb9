package dev.gator.orchestration.route;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.content.MediaType;
import dev.gator.usage.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one request needs of any model, checked against cards. */
record Fitness(Set<Capability> needs, int tokens, Set<String> regions, @Nullable Money ceiling) {

    static Fitness of(ChatRequest request, int tokens, Set<String> regions, @Nullable Money ceiling) {
        EnumSet<Capability> needs = EnumSet.noneOf(Capability.class);
        if (!request.tools().isEmpty()) {
            needs.add(Capability.TOOLS);
        }
        if (request.format() instanceof ResponseFormat.Schema) {
            needs.add(Capability.JSON_SCHEMA);
        } else if (request.format() instanceof ResponseFormat.AnyJson) {
            needs.add(Capability.JSON_MODE);
        }
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                if (part instanceof Part.File file) {
                    needs.add(inputOf(file.attachment().type()));
                }
            }
        }
        return new Fitness(needs, tokens, regions, ceiling);
    }

    /** Returns why the model cannot serve, or empty if it can. */
    Optional<String> obstacle(ModelCard card) {
        if (!card.capabilities().containsAll(needs)) {
            List<Capability> missing =
                    needs.stream().filter(need -> !card.can(need)).toList();
            return Optional.of("cannot " + missing.toString().toLowerCase(Locale.ROOT));
        }
        if (card.contextWindow().isPresent() && tokens > card.contextWindow().getAsInt()) {
            return Optional.of("needs " + tokens + " tokens, window "
                    + card.contextWindow().getAsInt());
        }
        if (!regions.isEmpty() && card.region().filter(regions::contains).isEmpty()) {
            return Optional.of("region " + card.region().orElse("unknown") + " is not " + String.join(" or ", regions));
        }
        return tooDear(card);
    }

    private Optional<String> tooDear(ModelCard card) {
        if (ceiling == null) {
            return Optional.empty();
        }
        Optional<Money> price = card.pricing().map(prices -> prices.output());
        boolean within = price.isPresent()
                && price.get().currency().equals(ceiling.currency())
                && price.get().compareTo(ceiling) <= 0;
        return within
                ? Optional.empty()
                : Optional.of("price " + price.map(Money::toString).orElse("unknown") + " > " + ceiling);
    }

    private static Capability inputOf(MediaType type) {
        if (type.isImage()) {
            return Capability.IMAGE_INPUT;
        }
        return type.isAudio() ? Capability.AUDIO_INPUT : Capability.DOCUMENT_INPUT;
    }
}
