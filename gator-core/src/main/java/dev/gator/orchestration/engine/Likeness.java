package dev.gator.orchestration.engine;

/** How alike several texts are, pair by pair. */
@FunctionalInterface
public interface Likeness {

    /** Returns how alike two of the texts are by their places in the list: 0 for nothing in common, 1 for the same. */
    double between(int one, int other);
}
