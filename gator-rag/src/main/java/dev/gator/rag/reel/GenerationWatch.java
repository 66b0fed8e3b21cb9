package dev.gator.rag.reel;

/** Is told of every script that was made, or was not. Called on the working thread, from many threads at once. */
@FunctionalInterface
public interface GenerationWatch {

    /** Takes notice. */
    void on(Generation generation);
}
