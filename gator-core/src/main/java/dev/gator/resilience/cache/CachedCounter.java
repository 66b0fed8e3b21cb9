package dev.gator.resilience.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gator.chat.TokenCounter;

/** Remembers how many tokens a text has. Short texts are counted anew, which is as quick as finding them. */
final class CachedCounter implements TokenCounter {

    private static final int SHORT = 64;
    private static final int LETTERS_EACH = 2_000;

    private final TokenCounter counter;
    private final Cache<String, Integer> counts;

    CachedCounter(TokenCounter counter, CachePolicy policy) {
        this.counter = counter;
        this.counts = Caffeine.newBuilder()
                .maximumWeight((long) policy.entries() * LETTERS_EACH)
                .weigher((String text, Integer count) -> text.length())
                .expireAfterWrite(policy.life())
                .ticker(policy.time()::nanos)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public int count(String text) {
        return text.length() < SHORT ? counter.count(text) : counts.get(text, counter::count);
    }

    @Override
    public double errorBound() {
        return counter.errorBound();
    }
}
