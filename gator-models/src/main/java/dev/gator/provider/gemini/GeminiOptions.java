package dev.gator.provider.gemini;

import dev.gator.chat.ProviderOptions;
import dev.gator.error.Require;
import java.util.List;

/**
 * Settings that only Gemini has. Empty texts and lists are not sent.
 *
 * @param safety how readily the service withholds what
 * @param cachedContent the name of content cached beforehand, such as {@code cachedContents/abc}
 * @param mediaResolution such as {@code MEDIA_RESOLUTION_LOW}
 * @param showThoughts whether thoughts are shown when thinking was asked for
 */
public record GeminiOptions(
        List<SafetySetting> safety, String cachedContent, String mediaResolution, boolean showThoughts)
        implements ProviderOptions {

    private static final GeminiOptions DEFAULTS = new GeminiOptions(List.of(), "", "", true);

    /**
     * How readily the service withholds harmful content of a kind.
     *
     * @param category the kind, such as {@code HARM_CATEGORY_HARASSMENT}
     * @param threshold from when on, such as {@code BLOCK_ONLY_HIGH}
     */
    public record SafetySetting(String category, String threshold) {
        /** Checks that both are there. */
        public SafetySetting {
            Require.text("harm category", category);
            Require.text("harm threshold", threshold);
        }
    }

    /** Copies the settings. */
    public GeminiOptions {
        safety = List.copyOf(safety);
    }

    /** Returns the options that change nothing. */
    public static GeminiOptions defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with other safety settings. */
    public GeminiOptions withSafety(SafetySetting... settings) {
        return new GeminiOptions(List.of(settings), cachedContent, mediaResolution, showThoughts);
    }

    /** Returns a copy that goes on from content cached beforehand. */
    public GeminiOptions withCachedContent(String name) {
        return new GeminiOptions(safety, name, mediaResolution, showThoughts);
    }

    /** Returns a copy that has pictures and films read at another resolution. */
    public GeminiOptions withMediaResolution(String resolution) {
        return new GeminiOptions(safety, cachedContent, resolution, showThoughts);
    }

    /** Returns a copy that shows thoughts, or not. */
    public GeminiOptions withShowThoughts(boolean shown) {
        return new GeminiOptions(safety, cachedContent, mediaResolution, shown);
    }
}
