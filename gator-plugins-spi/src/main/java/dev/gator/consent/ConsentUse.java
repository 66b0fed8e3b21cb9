package dev.gator.consent;

import dev.gator.error.Require;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to do with a voice or face. Channel and territory may be left out only where the grant does not
 * limit them.
 *
 * @param scope the kind of work
 * @param purpose what it is for
 * @param channelName where it will be shown, such as {@code instagram}, or null if that is not known
 * @param territoryCode the country it is for, two letters of ISO 3166, or null if that is not known
 */
public record ConsentUse(
        ConsentScope scope, Purpose purpose, @Nullable String channelName, @Nullable String territoryCode) {

    /** Normalises the names. */
    public ConsentUse {
        channelName = channelName == null ? null : channel(channelName);
        territoryCode = territoryCode == null ? null : territory(territoryCode);
    }

    /** Returns a use whose channel and territory are not known. */
    public static ConsentUse of(ConsentScope scope, Purpose purpose) {
        return new ConsentUse(scope, purpose, null, null);
    }

    /** Returns the same use on a channel. */
    public ConsentUse on(String channel) {
        return new ConsentUse(scope, purpose, channel, territoryCode);
    }

    /** Returns the same use in a country. */
    public ConsentUse in(String territory) {
        return new ConsentUse(scope, purpose, channelName, territory);
    }

    /** Returns where it will be shown, if that is known. */
    public Optional<String> channel() {
        return Optional.ofNullable(channelName);
    }

    /** Returns the country it is for, if that is known. */
    public Optional<String> territory() {
        return Optional.ofNullable(territoryCode);
    }

    static String channel(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return Require.length("channel", Require.text("channel", lower), 1, 100);
    }

    static String territory(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        Require.that(upper.matches("[A-Z]{2}"), "territory is not a two-letter country code: " + code);
        return upper;
    }
}
