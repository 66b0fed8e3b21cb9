package dev.gator.store;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which conversations are listed.
 *
 * @param states in one of these states
 * @param tags with all of these tags
 * @param titleContains with these characters in the title, whatever their case; empty for any title
 */
public record ConversationFilter(Set<ConversationState> states, Set<String> tags, String titleContains) {

    /** Copies the sets. */
    public ConversationFilter {
        states = Set.copyOf(states);
        tags = Set.copyOf(tags);
    }

    /** Returns the filter that every conversation passes. */
    public static ConversationFilter all() {
        return new ConversationFilter(EnumSet.allOf(ConversationState.class), Set.of(), "");
    }

    /** Returns a copy for these states only. */
    public ConversationFilter in(ConversationState... wanted) {
        return new ConversationFilter(Set.of(wanted), tags, titleContains);
    }

    /** Returns a copy for conversations with all these tags. */
    public ConversationFilter tagged(String... wanted) {
        return new ConversationFilter(states, Set.of(wanted), titleContains);
    }

    /** Returns a copy for titles that contain this. */
    public ConversationFilter titled(String part) {
        return new ConversationFilter(states, tags, part);
    }

    /** Returns whether a conversation is listed. */
    public boolean matches(ConversationInfo info) {
        return states.contains(info.state())
                && info.tags().containsAll(tags)
                && info.title().toLowerCase(Locale.ROOT).contains(titleContains.toLowerCase(Locale.ROOT));
    }
}
