package dev.gator.rag.parse.text;

import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The words below a node of Markdown, without their marks; tags inside a line are dropped. */
final class InlineText {

    private InlineText() {}

    static String of(Node parent) {
        StringBuilder words = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = after(node, parent)) {
            say(node, words);
        }
        return words.toString();
    }

    private static void say(Node node, StringBuilder words) {
        if (node instanceof Text text) {
            words.append(text.getLiteral());
        } else if (node instanceof Code code) {
            words.append(code.getLiteral());
        } else if (node instanceof FencedCodeBlock code) {
            words.append(code.getLiteral());
        } else if (node instanceof IndentedCodeBlock code) {
            words.append(code.getLiteral());
        } else if (node instanceof HardLineBreak) {
            words.append('\n');
        } else if (node instanceof SoftLineBreak || (node instanceof Paragraph && words.length() > 0)) {
            words.append(' ');
        }
    }

    private static @Nullable Node after(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at != root && at.getNext() == null) {
            at = at.getParent();
        }
        return at == null || at == root ? null : at.getNext();
    }
}
