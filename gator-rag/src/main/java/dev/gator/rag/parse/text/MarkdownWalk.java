package dev.gator.rag.parse.text;

import dev.gator.rag.document.BlockKind;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Markup;
import dev.gator.rag.parse.TableText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Writes a tree of Markdown into a draft. The depth of the tree is bounded, so it may call itself. */
final class MarkdownWalk {

    private final Draft draft;
    private boolean wantsTitle;

    MarkdownWalk(Draft draft, boolean wantsTitle) {
        this.draft = draft;
        this.wantsTitle = wantsTitle;
    }

    void write(Node parent) {
        for (Node node : children(parent)) {
            block(node);
        }
    }

    private void block(Node node) {
        if (node instanceof Heading heading) {
            heading(heading);
        } else if (node instanceof Paragraph) {
            draft.add(BlockKind.PARAGRAPH, InlineText.of(node));
        } else if (node instanceof ListBlock list) {
            StringBuilder lines = new StringBuilder();
            list(list, 0, lines);
            draft.add(BlockKind.LIST, lines.toString());
        } else if (node instanceof FencedCodeBlock code) {
            draft.add(BlockKind.CODE, code.getLiteral());
        } else if (node instanceof IndentedCodeBlock code) {
            draft.add(BlockKind.CODE, code.getLiteral());
        } else if (node instanceof HtmlBlock html) {
            draft.add(BlockKind.PARAGRAPH, Markup.text(html.getLiteral()));
        } else if (node instanceof TableBlock table) {
            draft.add(BlockKind.TABLE, TableText.of(rows(table)));
        } else if (node instanceof BlockQuote) {
            write(node);
        }
    }

    private void heading(Heading heading) {
        String words = InlineText.of(heading);
        draft.heading(heading.getLevel(), words);
        if (wantsTitle && heading.getLevel() == 1) {
            draft.title(words);
            wantsTitle = false;
        }
    }

    private void list(ListBlock list, int depth, StringBuilder lines) {
        Integer first = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
        int number = first == null ? 1 : first;
        for (Node item : children(list)) {
            String mark = list instanceof OrderedList ? number++ + ". " : "- ";
            lines.append("  ".repeat(Math.min(depth, 9))).append(mark);
            item((ListItem) item, depth, lines);
        }
    }

    /** Writes the parts of an item into one line each; tables and code inside lists keep their words. */
    private void item(ListItem item, int depth, StringBuilder lines) {
        boolean first = true;
        for (Node part : children(item)) {
            if (part instanceof ListBlock inner) {
                lines.append(first ? "\n" : "");
                list(inner, depth + 1, lines);
            } else {
                lines.append(first ? "" : "  ".repeat(Math.min(depth + 1, 9)))
                        .append(words(part).strip())
                        .append('\n');
            }
            first = false;
        }
        lines.append(first ? "\n" : "");
    }

    private static String words(Node part) {
        if (part instanceof FencedCodeBlock code) {
            return code.getLiteral();
        }
        if (part instanceof IndentedCodeBlock code) {
            return code.getLiteral();
        }
        if (part instanceof HtmlBlock html) {
            return Markup.text(html.getLiteral());
        }
        return part instanceof TableBlock table ? TableText.of(rows(table)) : InlineText.of(part);
    }

    private static List<List<String>> rows(TableBlock table) {
        List<List<String>> rows = new ArrayList<>();
        for (Node part : children(table)) {
            for (Node row : children(part)) {
                if (row instanceof TableRow) {
                    rows.add(children(row).stream()
                            .filter(TableCell.class::isInstance)
                            .map(InlineText::of)
                            .toList());
                }
            }
        }
        return rows;
    }

    private static List<Node> children(Node parent) {
        List<Node> all = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            all.add(node);
        }
        return all;
    }
}
