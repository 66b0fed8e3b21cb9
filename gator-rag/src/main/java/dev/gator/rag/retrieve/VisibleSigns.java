package dev.gator.rag.retrieve;

import dev.gator.rag.document.Chunk;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rates a source by what can be seen from outside. It knows nothing of who is right. */
final class VisibleSigns implements SourceRating {

    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
    private static final Pattern INSTITUTION =
            Pattern.compile("(?i)https?://[^/]*\\.(gov|edu|int|mil|ac\\.[a-z]{2}|gov\\.[a-z]{2})(:\\d+)?(/.*)?");

    @Override
    public Credibility rate(Chunk piece) {
        return new Credibility(List.of(origin(piece.source()), author(piece), date(piece), transport(piece.source())));
    }

    private static Reason origin(String source) {
        if (!WEB.matcher(source).matches()) {
            return new Reason("own document", 0.9, 0.5);
        }
        return INSTITUTION.matcher(source).matches()
                ? new Reason("public institution", 0.9, 0.5)
                : new Reason("web page", 0.5, 0.5);
    }

    private static Reason author(Chunk piece) {
        boolean named = piece.facts().text("author").filter(it -> !it.isBlank()).isPresent();
        return named ? new Reason("author named", 1, 0.2) : new Reason("author unknown", 0.3, 0.2);
    }

    private static Reason date(Chunk piece) {
        return piece.facts().get("published").isPresent()
                ? new Reason("dated", 1, 0.2)
                : new Reason("undated", 0.4, 0.2);
    }

    private static Reason transport(String source) {
        boolean plain = source.toLowerCase(Locale.ROOT).startsWith("http://");
        return plain ? new Reason("sent in the clear", 0, 0.1) : new Reason("not sent in the clear", 1, 0.1);
    }
}
