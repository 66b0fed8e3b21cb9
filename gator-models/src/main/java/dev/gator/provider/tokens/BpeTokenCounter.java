package dev.gator.provider.tokens;

import dev.gator.chat.TokenCounter;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Counts the tokens that OpenAI's models make of a text, exactly. Needs {@code com.knuddels:jtokkit} on the class path.
 * Thread-safe; remembers the counts of texts, up to a bound.
 *
 * <pre>{@code
 * int tokens = BpeTokenCounter.o200k().count("Why is the sky blue?");
 * }</pre>
 *
 * <p>What a text holds is text: the names of special tokens in it are counted as the characters that they are.
 */
public final class BpeTokenCounter implements TokenCounter {

    private static final String NEEDED = "com/knuddels/jtokkit/Encodings.class";

    private final String vocabulary;
    private final ToIntFunction<String>
            counting; // the library's own types would keep this class from loading without it
    private final CountMemory memory = new CountMemory();

    private BpeTokenCounter(String vocabulary, ToIntFunction<String> counting) {
        this.vocabulary = vocabulary;
        this.counting = counting;
    }

    /**
     * Returns a counter for GPT-4o, GPT-5, the o-series and whatever else has the vocabulary {@code o200k}.
     *
     * @throws GatorException with {@link ProviderError#MISSING_DEPENDENCY} if jtokkit is not there
     */
    public static BpeTokenCounter o200k() {
        return of("o200k_base", BpeTables::o200k);
    }

    /**
     * Returns a counter for GPT-4, GPT-3.5 and the embedding models, which have the vocabulary {@code cl100k}.
     *
     * @throws GatorException with {@link ProviderError#MISSING_DEPENDENCY} if jtokkit is not there
     */
    public static BpeTokenCounter cl100k() {
        return of("cl100k_base", BpeTables::cl100k);
    }

    /** Returns whether the library is there. */
    static boolean isPossible() {
        return BpeTokenCounter.class.getClassLoader().getResource(NEEDED) != null;
    }

    private static BpeTokenCounter of(String vocabulary, Supplier<ToIntFunction<String>> tables) {
        if (!isPossible()) {
            throw new GatorException(
                    ProviderError.MISSING_DEPENDENCY, "exact token counts need com.knuddels:jtokkit:1.1.0");
        }
        return new BpeTokenCounter(vocabulary, tables.get());
    }

    @Override
    public int count(String text) {
        return memory.get(text, counting);
    }

    /** Returns the vocabulary's name. */
    @Override
    public String toString() {
        return vocabulary;
    }
}
