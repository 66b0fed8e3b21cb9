package dev.gator.rag.parse.text;

import dev.gator.rag.document.BlockKind;
import dev.gator.rag.parse.Draft;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Writes a page into a draft, element by element, and leaves out what a visitor does not see. */
final class HtmlWalk implements NodeFilter {

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "svg",
            "canvas",
            "audio",
            "video",
            "select",
            "textarea",
            "head",
            "title");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
            "tt", "u", "var", "wbr", "ruby", "rb", "rt", "rp", "nobr");
    private static final Set<String> NOTES = Set.of("figcaption", "caption");
    private static final Pattern INVISIBLE = Pattern.compile(
            "display:none|visibility:hidden|(?:font-size|opacity):0(?:\\.0{1,9})?(?:px|em|rem|pt|%)?(?:;|!|$)");
    private static final int LONGEST_STYLE = 2_000;

    private final Draft draft;
    private final Inline words = new Inline();
    private final HtmlTable table = new HtmlTable();
    private int lists;
    private int verbatim;

    HtmlWalk(Draft draft) {
        this.draft = draft;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            say(text.getWholeText());
        } else if (node instanceof Element element) {
            if (isUnseen(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !isUnseen(element)) {
            close(element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    /** Writes what is left after the last element. */
    void finish() {
        flush(BlockKind.PARAGRAPH);
    }

    private void say(String text) {
        if (table.isOpen()) {
            table.say(text);
        } else if (verbatim > 0) {
            words.verbatim(text);
        } else {
            words.say(text);
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        if (name.equals("img") && !element.attr("alt").isBlank()) {
            say(" " + element.attr("alt") + " ");
        } else if (name.equals("table") && lists == 0 && !table.isOpen()) {
            flush(BlockKind.PARAGRAPH);
            table.open();
        } else if (table.isOpen()) {
            table.element(name, !INLINE.contains(name));
        } else if (isList(name)) {
            flushUnless(lists++ > 0);
        } else if (lists > 0) {
            item(name);
        } else if (name.equals("br")) {
            words.newLine();
        } else if (!INLINE.contains(name)) {
            flush(BlockKind.PARAGRAPH);
            verbatim += name.equals("pre") ? 1 : 0;
        }
    }

    private void item(String name) {
        if (name.equals("li")) {
            words.newItem(lists);
        } else if (!INLINE.contains(name)) {
            words.say(" ");
        }
    }

    private void close(String name) {
        if (table.isOpen()) {
            if (name.equals("table") && table.close()) {
                draft.add(table.kind(), table.take());
            } else if (NOTES.contains(name)) {
                draft.add(BlockKind.NOTE, table.takeCaption());
            }
        } else if (lists > 0) {
            if (isList(name) && --lists == 0) {
                flush(BlockKind.LIST);
            }
        } else if (headingLevel(name) > 0) {
            draft.heading(headingLevel(name), words.take());
        } else if (name.equals("pre")) {
            verbatim--;
            draft.add(BlockKind.CODE, words.take());
        } else if (!INLINE.contains(name) && !name.equals("br") && verbatim == 0) {
            flush(NOTES.contains(name) ? BlockKind.NOTE : BlockKind.PARAGRAPH);
        }
    }

    private void flushUnless(boolean inside) {
        if (!inside) {
            flush(BlockKind.PARAGRAPH);
        }
    }

    private void flush(BlockKind kind) {
        draft.add(kind, words.take());
    }

    private static boolean isList(String name) {
        return name.equals("ul") || name.equals("ol") || name.equals("menu");
    }

    private static int headingLevel(String name) {
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        return heading ? name.charAt(1) - '0' : 0;
    }

    private static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || isInvisible(element.attr("style"));
    }

    private static boolean isInvisible(String style) {
        if (style.isEmpty() || style.length() > LONGEST_STYLE) {
            return false;
        }
        return INVISIBLE
                .matcher(style.replaceAll("\\s+", "").toLowerCase(Locale.ROOT))
                .find();
    }
}
