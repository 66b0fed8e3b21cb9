package dev.gator.rag.parse.table;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.Types;
import java.util.Set;

/** Reads comma- and tab-separated values as one table. */
public final class CsvParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.CSV, Types.TSV);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Table table = CsvReader.read(source, context);
        return Draft.of(source, context)
                .fact(Facts.COLUMNS, table.layout())
                .add(BlockKind.TABLE, table.text())
                .toDocument();
    }
}
