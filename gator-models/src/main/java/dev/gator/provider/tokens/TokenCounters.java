package dev.gator.provider.tokens;

import dev.gator.chat.TokenCounter;
import java.util.regex.Pattern;

/**
 * Chooses the token counter that fits a model best.
 *
 * <pre>{@code
 * TokenCounter counter = TokenCounters.forModel("openai:gpt-4o-mini");
 * }</pre>
 */
public final class TokenCounters {

    private static final Pattern O200K =
            Pattern.compile("(chatgpt-4o|gpt-(4o|4\\.1|4\\.5|[5-9]|oss|audio|realtime)|o[1-9])(?![a-z]).*");
    private static final Pattern CL100K = Pattern.compile("(gpt-4|gpt-3\\.5|gpt-35|text-embedding-(3|ada-002))(-.*)?");

    private TokenCounters() {}

    /**
     * Returns an exact counter if the model's vocabulary is known and jtokkit is on the class path, else the estimate;
     * {@link TokenCounter#errorBound()} tells which.
     *
     * @param id a model's id, such as {@code openai:gpt-4o-mini} or {@code groq:openai/gpt-oss-20b}
     */
    public static TokenCounter forModel(String id) {
        if (!BpeTokenCounter.isPossible()) {
            return TokenCounter.estimate();
        }
        String name = id.substring(Math.max(id.indexOf(':'), id.lastIndexOf('/')) + 1);
        if (O200K.matcher(name).matches()) {
            return BpeTokenCounter.o200k();
        }
        return CL100K.matcher(name).matches() ? BpeTokenCounter.cl100k() : TokenCounter.estimate();
    }
}
