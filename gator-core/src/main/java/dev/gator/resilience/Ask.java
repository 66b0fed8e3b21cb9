package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.TokenCounter;
import dev.gator.embed.EmbeddingRequest;
import java.util.function.ToLongFunction;

/**
 * What a guard sees of a request.
 *
 * @param context deadline, cancellation, owner, clock
 * @param overrides what may lead the call to another model or service
 * @param tokens the most tokens the call may take, counted only if a guard asks
 */
record Ask(CallContext context, Overrides overrides, ToLongFunction<TokenCounter> tokens) {

    private static final int USUAL_OUTPUT = 1_024;

    static Ask of(ChatRequest request) {
        return new Ask(
                request.context(),
                request.overrides(),
                counter -> counter.count(request)
                        + (long) request.sampling().maxTokens().orElse(USUAL_OUTPUT));
    }

    static Ask of(EmbeddingRequest request) {
        return new Ask(request.context(), request.overrides(), counter -> request.texts().stream()
                .mapToLong(counter::count)
                .sum());
    }
}
