package dev.gator.provider.cohere;

import dev.gator.error.Require;

/**
 * A document that an answer may rest on and cite.
 *
 * @param id what citations call it
 * @param title its title, or an empty text
 * @param text what it says
 */
public record CohereDocument(String id, String title, String text) {

    /** Checks that it has an id and a text. */
    public CohereDocument {
        Require.text("document id", id);
        Require.text("text of document " + id, text);
    }

    /** Returns a document without a title. */
    public static CohereDocument of(String id, String text) {
        return new CohereDocument(id, "", text);
    }
}
