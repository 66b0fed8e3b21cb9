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

    private MarkdownPage() {}

    static Node parse(String text, Source source, CallContext context) {
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
}
