package dev.gator.rag.parse.office;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.Set;

/** Reads documents of Word: headings, text, lists, tables, and each note below the paragraph that it belongs to. */
public final class WordParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.DOCX);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Draft draft = Draft.of(source, context);
        try (OfficeFile file = OfficeFile.open(source, context)) {
            file.describe(draft);
            String main = file.main("word/document.xml");
            Relations relations = file.relations(main);
            WordStyles styles = WordStyles.of(file, relations);
            WordNotes notes = WordNotes.of(file, relations);
            try (XmlCursor xml = file.xml(main)) {
                new WordWalk(xml, styles, notes, draft).walk();
            }
        }
        return draft.toDocument();
    }
}
