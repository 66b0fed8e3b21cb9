package dev.gator.media;

import dev.gator.content.Language;
import dev.gator.content.MediaType;
import dev.gator.error.Require;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a media model is and can do. What is unknown is empty, not zero.
 *
 * @param id provider, colon, name
 * @param capabilities what it can do beyond the bare minimum
 * @param formats the file formats that it makes; empty if unknown
 * @param languages the languages that it speaks or hears; empty for any or unknown
 * @param priceList its price, or null if unknown
 */
public record MediaCard(
        String id,
        Set<MediaCapability> capabilities,
        Set<MediaType> formats,
        Set<Language> languages,
        @Nullable MediaPrice priceList) {

    /** Checks the id and copies the sets. */
    public MediaCard {
        Require.text("model id", id);
        capabilities = Set.copyOf(capabilities);
        formats = Set.copyOf(formats);
        languages = Set.copyOf(languages);
    }

    /** Returns a card that claims nothing. */
    public static MediaCard of(String id) {
        return new MediaCard(id, Set.of(), Set.of(), Set.of(), null);
    }

    /** Returns a copy with these capabilities. */
    public MediaCard withCapabilities(MediaCapability... all) {
        return new MediaCard(id, Set.of(all), formats, languages, priceList);
    }

    /** Returns a copy that makes these formats. */
    public MediaCard withFormats(MediaType... all) {
        return new MediaCard(id, capabilities, Set.of(all), languages, priceList);
    }

    /** Returns a copy that knows these languages. */
    public MediaCard withLanguages(Language... all) {
        return new MediaCard(id, capabilities, formats, Set.of(all), priceList);
    }

    /** Returns a copy with this price. */
    public MediaCard withPrice(MediaPrice price) {
        return new MediaCard(id, capabilities, formats, languages, price);
    }

    /** Returns whether it can do that. */
    public boolean can(MediaCapability capability) {
        return capabilities.contains(capability);
    }

    /** Returns its price, if known. */
    public Optional<MediaPrice> price() {
        return Optional.ofNullable(priceList);
    }
}
