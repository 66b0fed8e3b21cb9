package dev.gator.rag.parse.office;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads workbooks of Excel: a page for each visible sheet, with its name as heading and its cells as table. */
public final class WorkbookParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.XLSX);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Draft draft = Draft.of(source, context);
        try (OfficeFile file = OfficeFile.open(source, context)) {
            file.describe(draft);
            List<Table> tables = WorkbookReader.tables(file, context);
            int number = 0;
            for (Table table : tables) {
                draft.page(++number).endSections().heading(1, table.name()).add(BlockKind.TABLE, table.text());
            }
            draft.fact(Facts.PAGES, number)
                    .fact(Facts.COLUMNS, tables.stream().map(Table::layout).collect(Collectors.joining("; ")));
        }
        return draft.toDocument();
    }
}
