package dev.gator.rag.parse.text;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Markdown as a tree whose depth is bounded. */
final class MarkdownPage {

    private static final String MARKS = "\n*_[]`<&!~|";
    private static final int LEAST_MARKS = 1_000;
    private static final int CHARACTERS_PER_MARK = 40;

    private MarkdownPage() {}

    static Node parse(String text, Source source, CallContext context) {
        refuseCrowd(text, source);
        int depth = source.limits().depth();
        Parser parser = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .maxOpenBlockParsers(depth)
                .maxInlineNesting(depth)
                .build();
        try {
            return parser.parseReader(new CheckedReader(new StringReader(text), context));
        } catch (IOException e) {
            throw source.fault(ParseError.BROKEN, "is not Markdown", e);
        }
    }

    /** Each mark may become a node of the tree, which costs more memory than a hundred letters. */
    private static void refuseCrowd(String text, Source source) {
        long most = Math.max(LEAST_MARKS, source.limits().characters() / CHARACTERS_PER_MARK);
        if (text.chars().filter(c -> MARKS.indexOf(c) >= 0).limit(most + 1).count() > most) {
            throw source.tooLarge("lines and marks", most);
        }
    }
}
