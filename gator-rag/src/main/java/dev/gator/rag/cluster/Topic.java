package dev.gator.rag.cluster;

import java.util.List;

/**
 * Texts of like meaning.
 *
 * @param words what sets the topic apart, most telling first; empty if its texts have no telling words
 * @param members the texts by their place in the list that was given, most typical first
 * @param cohesion how alike they are: the mean cosine to their middle, 0 to 1
 */
public record Topic(List<String> words, List<Integer> members, double cohesion) {

    /** Copies the lists. */
    public Topic {
        words = List.copyOf(words);
        members = List.copyOf(members);
    }

    /** Returns the words as one line. */
    public String label() {
        return String.join(", ", words);
    }
}
