package dev.gator.rag.parse.text;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the encoding that a page declares in its first lines. */
final class HtmlEncoding {

    private static final int HEAD = 2048;
    private static final Pattern DECLARED = Pattern.compile(
            "(?:charset|encoding)\\s{0,4}=\\s{0,4}[\"']?([A-Za-z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);

    private HtmlEncoding() {}

    static String text(Source source, CallContext context) {
        return source.text(context, declared(new String(source.head(HEAD), StandardCharsets.ISO_8859_1)));
    }

    private static Charset declared(String head) {
        Matcher found = DECLARED.matcher(head);
        // a page that says it is UTF-16 in letters that are none is UTF-8, as in browsers
        boolean known = found.find()
                && isKnown(found.group(1))
                && !found.group(1).toLowerCase(Locale.ROOT).startsWith("utf-16");
        return known ? Charset.forName(found.group(1)) : StandardCharsets.UTF_8;
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
