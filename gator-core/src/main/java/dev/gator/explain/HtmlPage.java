package dev.gator.explain;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.observe.Explanation;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Shows an explanation as one self-contained page: figures, decisions, and a time line of everything that happened. The
 * page needs no network and holds no script; whatever the facts contain is shown as text.
 */
public final class HtmlPage {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Set<String> AGAINST = Set.of("dissent", "tie", "skipped", "rejected", "refused");
    private static final Set<String> DECIDING = Set.of(
            "decision", "chosen", "verdict", "agreement", "position", "winner", "convergence", "score", "reason");

    private final Explanation root;
    private final StringBuilder html = new StringBuilder(16_384);

    private HtmlPage(Explanation root) {
        this.root = root;
    }

    /** Returns the page. */
    public static String of(Explanation root) {
        return new HtmlPage(root).render();
    }

    private String render() {
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Why: ");
        text(title());
        html.append("</title>\n<style>\n").append(style()).append("</style>\n</head>\n<body>\n<main>\n");
        head();
        figures();
        decisions();
        html.append("<h2>What happened</h2>\n<div class=\"time\">\n");
        row(root, 0);
        html.append("</div>\n");
        legend();
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private String title() {
        return root.children().size() == 1 ? root.children().get(0).name() : root.name();
    }

    private void head() {
        html.append("<h1>Why this answer</h1>\n<p class=\"when\">");
        text(title() + " · " + WHEN.format(root.started()));
        html.append("</p>\n");
    }

    private void figures() {
        html.append("<dl class=\"figures\">\n");
        figure("Time", Figures.time(root.took()));
        figure("Model calls", String.valueOf(count(root, SpanKind.CHAT)));
        String tokens = Figures.tokens(root.totalUsage());
        figure("Tokens", tokens.isEmpty() ? "0" : tokens);
        figure("Cost", Figures.cost(root));
        figure("Failed or cancelled", String.valueOf(unfinished(root)));
        html.append("</dl>\n");
    }

    private void figure(String name, String value) {
        html.append("<div><dt>").append(name).append("</dt><dd>");
        text(value);
        html.append("</dd></div>\n");
    }

    private void decisions() {
        int before = html.length();
        html.append("<h2>What decided</h2>\n<ul class=\"decisions\">\n");
        int empty = html.length();
        decisions(root);
        if (html.length() == empty) {
            html.setLength(before);
        } else {
            html.append("</ul>\n");
        }
    }

    private void decisions(Explanation node) {
        for (Explanation.Fact fact : node.facts()) {
            boolean against = AGAINST.contains(fact.name());
            if (against || DECIDING.contains(fact.name())) {
                html.append("<li").append(against ? " class=\"against\"" : "").append("><b>");
                text(node.name() + " · " + fact.name());
                boolean quoted = fact.name().equals("dissent");
                html.append("</b>").append(quoted ? "<q class=\"value\">" : "<span class=\"value\">");
                text(fact.value());
                html.append(quoted ? "</q>" : "</span>").append("</li>\n");
            }
        }
        node.children().forEach(this::decisions);
    }

    private void row(Explanation node, int depth) {
        boolean foldable = !node.facts().isEmpty() || node.error().isPresent();
        html.append(foldable ? "<details class=\"" : "<div class=\"row ")
                .append(tone(node.kind()))
                .append(
                        node.outcome() == Outcome.OK
                                ? ""
                                : " " + node.outcome().name().toLowerCase(Locale.ROOT))
                .append("\" style=\"--d:")
                .append(depth)
                .append("\">")
                .append(foldable ? "<summary>" : "");
        columns(node);
        if (foldable) {
            html.append("</summary>");
            facts(node);
        }
        html.append(foldable ? "</details>\n" : "</div>\n");
        node.children().forEach(child -> row(child, depth + 1));
    }

    private void columns(Explanation node) {
        html.append("<span class=\"name\"><i></i>");
        text(node.name());
        double whole = Math.max(1, root.took().toNanos());
        double start = Duration.between(root.started(), node.started()).toNanos() / whole * 100;
        double width = Math.min(100 - clamp(start), node.took().toNanos() / whole * 100);
        html.append(String.format(
                Locale.ROOT,
                "</span><span class=\"track\"><span class=\"bar\" style=\"--s:%.2f;--w:%.2f\"></span></span>",
                clamp(start),
                clamp(width)));
        html.append("<span class=\"cost\"><b>");
        text(Figures.time(node.took()));
        html.append("</b> ");
        text(node.usage().total() > 0 ? Figures.tokens(node.usage()) : "");
        html.append("</span>");
    }

    private void facts(Explanation node) {
        html.append("<dl class=\"facts\">");
        node.error().ifPresent(code -> fact("error", code));
        node.facts().forEach(fact -> fact(fact.name(), fact.value()));
        html.append("</dl>");
    }

    private void fact(String name, String value) {
        html.append("<dt>");
        text(name);
        html.append("</dt><dd class=\"value\">");
        text(value);
        html.append("</dd>");
    }

    private void legend() {
        html.append("<p class=\"legend\"><span class=\"strategy\"><i></i>strategy</span>")
                .append("<span class=\"chat\"><i></i>model</span><span class=\"guard\"><i></i>protection</span>")
                .append("<span class=\"tool\"><i></i>tool</span><span class=\"other\"><i></i>other</span></p>\n");
    }

    private void text(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }

    private static String tone(SpanKind kind) {
        return switch (kind) {
            case STRATEGY, TURN -> "strategy";
            case CHAT, EMBED, MEDIA -> "chat";
            case GUARD -> "guard";
            case TOOL -> "tool";
            case RETRIEVAL, STEP -> "other";
        };
    }

    private static double clamp(double percent) {
        return Math.max(0, Math.min(100, percent));
    }

    private static long count(Explanation node, SpanKind kind) {
        return (node.kind() == kind ? 1 : 0)
                + node.children().stream()
                        .mapToLong(child -> count(child, kind))
                        .sum();
    }

    private static long unfinished(Explanation node) {
        return (node.outcome() == Outcome.OK ? 0 : 1)
                + node.children().stream().mapToLong(HtmlPage::unfinished).sum();
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("page.css")) {
            return new String(
                    Optional.ofNullable(css)
                            .orElse(InputStream.nullInputStream())
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new GatorException(CallError.ATTACHMENT_UNREADABLE, "the style of the page", e);
        }
    }
}
