package dev.gator.local;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What Gator needs of a native library that runs GGUF files. Used by one thread at a time. */
interface GgufEngine extends AutoCloseable {

    /** Returns how many tokens prompt and answer may have together. */
    int window();

    /** Returns the turns in the form that the template gives them, or empty if the engine does not know the template. */
    Optional<String> render(String template, List<GgufTurn> turns);

    /** Returns the tokens of a text that may hold control tokens. */
    int[] tokenize(String text);

    /**
     * Reads the prompt and gets ready to continue it.
     *
     * @param stopped asked at least every 100 ms or so; once it says yes the work ends with a CANCELLED error
     */
    Generation begin(int[] prompt, TokenChoice choice, BooleanSupplier stopped);

    /** Frees the native memory. */
    @Override
    void close();

    /** A continuation, token by token. */
    interface Generation extends AutoCloseable {

        /** Returns the bytes of the next token, or null when the model has finished. */
        byte @Nullable [] next();

        @Override
        void close();
    }
}
