package dev.gator.rag.parse.office;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads presentations of PowerPoint: slide by slide in their order, titles, text, tables and what the speaker says. */
public final class SlidesParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.PPTX);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Draft draft = Draft.of(source, context);
        try (OfficeFile file = OfficeFile.open(source, context)) {
            file.describe(draft);
            int number = 0;
            for (String slide : slides(file)) {
                write(Slide.read(file, slide), ++number, draft);
            }
            draft.fact(Facts.PAGES, number);
        }
        return draft.toDocument();
    }

    private static List<String> slides(OfficeFile file) {
        String main = file.main("ppt/presentation.xml");
        Relations relations = file.relations(main);
        List<String> slides = new ArrayList<>();
        try (XmlCursor xml = file.xml(main)) {
            while (xml.next()) {
                if (xml.starts("sldId")) {
                    xml.qualified("id")
                            .flatMap(relations::target)
                            .filter(file::has)
                            .ifPresent(slides::add);
                }
            }
        }
        return slides;
    }

    private static void write(Slide slide, int number, Draft draft) {
        draft.page(number).endSections().heading(1, slide.title());
        for (Slide.Part part : slide.parts()) {
            draft.add(part.kind(), part.words());
        }
        draft.add(BlockKind.NOTE, slide.notes());
    }
}
