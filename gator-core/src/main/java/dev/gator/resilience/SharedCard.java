package dev.gator.resilience;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The card of several models, worked out anew only when the card of one of them has changed. Thread-safe. */
final class SharedCard {

    private final List<ChatModel> members;
    private final Function<List<ModelCard>, ModelCard> across;
    private volatile @Nullable Known known;

    SharedCard(List<ChatModel> members, Function<List<ModelCard>, ModelCard> across) {
        this.members = members;
        this.across = across;
    }

    ModelCard get() {
        Known last = known;
        if (last != null && last.isCurrent(members)) {
            return last.shared();
        }
        List<ModelCard> cards = new ArrayList<>();
        members.forEach(member -> cards.add(member.card()));
        Known fresh = new Known(List.copyOf(cards), across.apply(cards));
        known = fresh;
        return fresh.shared();
    }

    private record Known(List<ModelCard> cards, ModelCard shared) {

        @SuppressWarnings("ReferenceEquality") // a card has no equality; an unchanged model returns the same one
        boolean isCurrent(List<ChatModel> members) {
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).card() != cards.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
