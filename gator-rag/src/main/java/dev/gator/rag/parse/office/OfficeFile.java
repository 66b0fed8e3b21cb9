package dev.gator.rag.parse.office;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.archive.Archive;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.List;
import java.util.Optional;

/** The parts of an Office document, found by the relations between them. */
final class OfficeFile implements AutoCloseable {

    private static final String PROPERTIES = "docProps/core.xml";

    private final Archive archive;
    private final Source source;

    private OfficeFile(Archive archive, Source source) {
        this.archive = archive;
        this.source = source;
    }

    static OfficeFile open(Source source, CallContext context) {
        return new OfficeFile(Archive.open(source, context), source);
    }

    /** Returns the name of the part that everything hangs on. */
    String main(String usual) {
        Relations roots = Relations.of("", archive);
        return archive.firstOf(
                usual, List.of(roots.firstOfType("officeDocument").orElse(usual), usual));
    }

    /** Returns what a part points to. */
    Relations relations(String part) {
        return Relations.of(part, archive);
    }

    boolean has(String part) {
        return archive.has(part);
    }

    XmlCursor xml(String part) {
        return archive.xml(part);
    }

    /** Opens what a part points to, if it does and the target is there. */
    Optional<XmlCursor> xml(Relations relations, String type) {
        return relations.firstOfType(type).filter(archive::has).map(archive::xml);
    }

    Source source() {
        return source;
    }

    /** Writes down title and author. */
    void describe(Draft draft) {
        if (!archive.has(PROPERTIES)) {
            return;
        }
        try (XmlCursor xml = archive.xml(PROPERTIES)) {
            while (xml.next()) {
                if (xml.starts("title")) {
                    draft.title(xml.textInside());
                } else if (xml.starts("creator")) {
                    draft.fact(Facts.AUTHOR, xml.textInside());
                } else if (xml.starts("language")) {
                    draft.fact(Facts.LANGUAGE, xml.textInside());
                }
            }
        }
    }

    @Override
    public void close() {
        archive.close();
    }
}
