package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.error.Require;
import java.time.Instant;
import java.util.Set;

/**
 * What a list of conversations shows.
 *
 * @param id its name
 * @param owner whose it is
 * @param title for people; may be empty
 * @param state whether it goes on
 * @param tags words to find it by
 * @param createdAt when it was made
 * @param updatedAt when it was changed or a message was added last
 * @param version grows with each change of title, state or tags
 */
public record ConversationInfo(
        ConversationId id,
        Owner owner,
        String title,
        ConversationState state,
        Set<String> tags,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Checks the title and copies the tags. */
    public ConversationInfo {
        Require.length("conversation title", title, 0, 300);
        tags = Set.copyOf(tags);
        tags.forEach(tag -> Require.length("tag", Require.text("tag", tag), 1, 50));
    }
}
