package dev.gator.provider.openai;

import dev.gator.chat.ProviderOptions;
import dev.gator.error.Require;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings that only OpenAI, and some of the services that imitate it, have. Empty texts and nulls are not sent.
 *
 * <pre>{@code
 * ChatRequest.builder().user("Hello").options(OpenAiOptions.responses().withServiceTier("flex")).build()
 * }</pre>
 *
 * @param api which of the two interfaces is used
 * @param serviceTier such as {@code flex} or {@code priority}
 * @param user who asks, as a stable pseudonym
 * @param promptCacheKey groups requests that share a beginning
 * @param parallelToolCalls whether several tools may be called in one round
 * @param store whether the service keeps the answer; false if not set, because nothing is kept unless asked
 * @param metadata what the service keeps beside the answer
 * @param voice who speaks; asks for a spoken answer
 * @param audioFormat such as {@code wav} or {@code mp3}; streams are always {@code pcm16}
 */
public record OpenAiOptions(
        Api api,
        String serviceTier,
        String user,
        String promptCacheKey,
        @Nullable Boolean parallelToolCalls,
        @Nullable Boolean store,
        Map<String, String> metadata,
        String voice,
        String audioFormat)
        implements ProviderOptions {

    private static final OpenAiOptions DEFAULTS =
            new OpenAiOptions(Api.CHAT_COMPLETIONS, "", "", "", null, null, Map.of(), "", "wav");

    /** OpenAI's two interfaces for chat. */
    public enum Api {
        /** {@code /chat/completions}, which all compatible services have. */
        CHAT_COMPLETIONS,
        /** {@code /responses}, which shows summaries of the model's thoughts. */
        RESPONSES
    }

    /** Copies the metadata. */
    public OpenAiOptions {
        metadata = Map.copyOf(metadata);
        Require.text("audio format", audioFormat);
    }

    /** Returns the options that change nothing. */
    public static OpenAiOptions defaults() {
        return DEFAULTS;
    }

    /** Returns the options that use the responses API. */
    public static OpenAiOptions responses() {
        return DEFAULTS.withApi(Api.RESPONSES);
    }

    /** Returns a copy that uses another interface. */
    public OpenAiOptions withApi(Api other) {
        return new OpenAiOptions(
                other, serviceTier, user, promptCacheKey, parallelToolCalls, store, metadata, voice, audioFormat);
    }

    /** Returns a copy with a service tier. */
    public OpenAiOptions withServiceTier(String tier) {
        return new OpenAiOptions(
                api, tier, user, promptCacheKey, parallelToolCalls, store, metadata, voice, audioFormat);
    }

    /** Returns a copy that tells who asks. */
    public OpenAiOptions withUser(String pseudonym) {
        return new OpenAiOptions(
                api, serviceTier, pseudonym, promptCacheKey, parallelToolCalls, store, metadata, voice, audioFormat);
    }

    /** Returns a copy with a key that groups requests with the same beginning. */
    public OpenAiOptions withPromptCacheKey(String key) {
        return new OpenAiOptions(api, serviceTier, user, key, parallelToolCalls, store, metadata, voice, audioFormat);
    }

    /** Returns a copy that allows or forbids several tool calls in one round. */
    public OpenAiOptions withParallelToolCalls(boolean allowed) {
        return new OpenAiOptions(api, serviceTier, user, promptCacheKey, allowed, store, metadata, voice, audioFormat);
    }

    /** Returns a copy that lets the service keep the answer, or not. */
    public OpenAiOptions withStore(boolean kept) {
        return new OpenAiOptions(
                api, serviceTier, user, promptCacheKey, parallelToolCalls, kept, metadata, voice, audioFormat);
    }

    /** Returns a copy with metadata. */
    public OpenAiOptions withMetadata(Map<String, String> values) {
        return new OpenAiOptions(
                api, serviceTier, user, promptCacheKey, parallelToolCalls, store, values, voice, audioFormat);
    }

    /** Returns a copy that asks for a spoken answer in that voice. */
    public OpenAiOptions withVoice(String name, String format) {
        return new OpenAiOptions(
                api, serviceTier, user, promptCacheKey, parallelToolCalls, store, metadata, name, format);
    }
}
