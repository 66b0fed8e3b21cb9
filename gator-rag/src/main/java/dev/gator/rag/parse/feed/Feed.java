package dev.gator.rag.parse.feed;

import java.util.List;

/**
 * A feed.
 *
 * @param title what it is called; empty if it does not say
 * @param language the language it names, such as {@code en-us}; empty if none
 * @param entries its entries as they come, mostly the newest first
 */
public record Feed(String title, String language, List<FeedEntry> entries) {

    /** Copies the entries. */
    public Feed {
        entries = List.copyOf(entries);
    }
}
