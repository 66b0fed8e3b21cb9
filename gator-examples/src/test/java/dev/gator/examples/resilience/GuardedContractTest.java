package dev.gator.examples.resilience;

import dev.gator.budget.Budgeted;
import dev.gator.chat.ChatModel;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.openai.OpenAi;
import dev.gator.resilience.Balanced;
import dev.gator.resilience.Breaker;
import dev.gator.resilience.Bulkhead;
import dev.gator.resilience.Fallback;
import dev.gator.resilience.HedgePolicy;
import dev.gator.resilience.Hedged;
import dev.gator.resilience.LimitPolicy;
import dev.gator.resilience.Limited;
import dev.gator.resilience.RetryPolicy;
import dev.gator.resilience.Retrying;
import dev.gator.resilience.cache.CachePolicy;
import dev.gator.resilience.cache.Cached;
import dev.gator.resilience.rate.Rate;
import dev.gator.resilience.rate.RateLimiter;
import dev.gator.tck.ChatDialect;
import dev.gator.tck.ChatModelContract;
import dev.gator.tck.provider.OpenAiWire;
import java.time.Duration;

/** A model behind every protection keeps the whole contract of a model without any. */
class GuardedContractTest implements ChatModelContract {

    @Override
    public ChatModel model(ProviderConfig config) {
        ChatModel bare = OpenAi.of(config).chat("gpt-test");
        ChatModel bounded = Bulkhead.of(Balanced.over(Budgeted.of(bare)), 100);
        RateLimiter limiter = RateLimiter.of(Rate.requests(100_000, Duration.ofSeconds(1)));
        ChatModel guarded = Breaker.of(Limited.of(bounded, limiter, LimitPolicy.perTenant()));
        ChatModel raced = Hedged.of(Fallback.of(guarded), HedgePolicy.after(Duration.ofMinutes(1)));
        ChatModel once = Retrying.of(raced, RetryPolicy.defaults().withAttempts(1));
        return Cached.of(once, CachePolicy.defaults().withLife(Duration.ofNanos(1)));
    }

    @Override
    public ChatDialect dialect() {
        return OpenAiWire.create();
    }
}
