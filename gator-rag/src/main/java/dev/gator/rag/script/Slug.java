package dev.gator.rag.script;

import dev.gator.error.Require;
import java.util.Locale;
import java.util.regex.Pattern;

/** The spelling of names in catalogues. */
final class Slug {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{1,39}");

    private Slug() {}

    static String of(String what, String name) {
        String slug = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        Require.that(NAME.matcher(slug).matches(), "not a name of a " + what + ": \"" + name + "\"");
        return slug;
    }
}
