package dev.gator.provider.anthropic;

import dev.gator.chat.ProviderOptions;
import dev.gator.error.Require;
import java.util.List;

/**
 * Settings that only Anthropic has. Empty texts and lists are not sent.
 *
 * <pre>{@code
 * AnthropicOptions own = AnthropicOptions.defaults().withCacheTtl(AnthropicOptions.CacheTtl.ONE_HOUR);
 * ChatRequest.builder().user("Hello").options(own).build();
 * }</pre>
 *
 * @param userId who asks, as a stable pseudonym
 * @param betas names of beta features, sent in the header {@code anthropic-beta}
 * @param parallelTools whether several tools may be called in one round
 * @param cacheTools whether the tools are the end of a prefix worth caching
 * @param cacheTtl how long cached prefixes are kept
 * @param effort such as {@code xhigh} or {@code max}; goes before the effort of the request
 * @param serviceTier {@code auto} or {@code standard_only}
 */
public record AnthropicOptions(
        String userId,
        List<String> betas,
        boolean parallelTools,
        boolean cacheTools,
        CacheTtl cacheTtl,
        String effort,
        String serviceTier)
        implements ProviderOptions {

    private static final AnthropicOptions DEFAULTS =
            new AnthropicOptions("", List.of(), true, false, CacheTtl.FIVE_MINUTES, "", "");

    /** How long the service keeps a cached prefix. */
    public enum CacheTtl {
        /** Five minutes after its last use. */
        FIVE_MINUTES,
        /** An hour after its last use; writing costs more. */
        ONE_HOUR
    }

    /** Copies the betas and checks that each can stand in a header. */
    public AnthropicOptions {
        betas = List.copyOf(betas);
        for (String beta : betas) {
            Require.that(beta.matches("[A-Za-z0-9._-]+"), "beta '" + beta + "' is not a name of a beta feature");
        }
    }

    /** Returns the options that change nothing. */
    public static AnthropicOptions defaults() {
        return DEFAULTS;
    }

    /** Returns a copy that tells who asks. */
    public AnthropicOptions withUserId(String pseudonym) {
        return new AnthropicOptions(pseudonym, betas, parallelTools, cacheTools, cacheTtl, effort, serviceTier);
    }

    /** Returns a copy that uses beta features. */
    public AnthropicOptions withBetas(String... names) {
        return new AnthropicOptions(userId, List.of(names), parallelTools, cacheTools, cacheTtl, effort, serviceTier);
    }

    /** Returns a copy that allows or forbids several tool calls in one round. */
    public AnthropicOptions withParallelTools(boolean allowed) {
        return new AnthropicOptions(userId, betas, allowed, cacheTools, cacheTtl, effort, serviceTier);
    }

    /** Returns a copy that has the tools cached, or not. */
    public AnthropicOptions withCacheTools(boolean cached) {
        return new AnthropicOptions(userId, betas, parallelTools, cached, cacheTtl, effort, serviceTier);
    }

    /** Returns a copy with another time that cached prefixes are kept. */
    public AnthropicOptions withCacheTtl(CacheTtl time) {
        return new AnthropicOptions(userId, betas, parallelTools, cacheTools, time, effort, serviceTier);
    }

    /** Returns a copy with an effort in Anthropic's own words. */
    public AnthropicOptions withEffort(String word) {
        return new AnthropicOptions(userId, betas, parallelTools, cacheTools, cacheTtl, word, serviceTier);
    }

    /** Returns a copy with a service tier. */
    public AnthropicOptions withServiceTier(String tier) {
        return new AnthropicOptions(userId, betas, parallelTools, cacheTools, cacheTtl, effort, tier);
    }
}
