package dev.gator.rag.parse.text;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Source;
import java.util.Set;

/** Reads plain text: an empty line ends a paragraph. */
public final class PlainTextParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.TEXT);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Draft draft = Draft.of(source, context);
        StringBuilder paragraph = new StringBuilder();
        source.text(context).lines().forEach(line -> {
            if (line.isBlank()) {
                draft.add(BlockKind.PARAGRAPH, paragraph.toString());
                paragraph.setLength(0);
            } else {
                paragraph.append(line).append('\n');
            }
        });
        return draft.add(BlockKind.PARAGRAPH, paragraph.toString()).toDocument();
    }
}
