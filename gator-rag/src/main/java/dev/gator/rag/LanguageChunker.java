package dev.gator.rag;

import dev.gator.call.CallContext;
import dev.gator.content.Language;
import dev.gator.rag.chunk.Chunker;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.text.Lexicon;
import java.util.List;

/** Notes the language of documents that name none, so that a store can tell the forms of their words. */
record LanguageChunker(Chunker chunker) implements Chunker {

    private static final Language UNKNOWN = Language.of("zxx");
    private static final int SAMPLE = 4_000;

    @Override
    public List<Chunk> cut(Document document, CallContext context) {
        return chunker.cut(withLanguage(document), context);
    }

    private static Document withLanguage(Document document) {
        if (document.facts().get(Facts.LANGUAGE).isPresent()) {
            return document;
        }
        String sample =
                document.text().substring(0, Math.min(SAMPLE, document.text().length()));
        Language language = Lexicon.detect(sample, UNKNOWN);
        return language.equals(UNKNOWN)
                ? document
                : document.with(document.facts().with(Facts.LANGUAGE, language.base()));
    }

    @Override
    public String recipe() {
        return chunker.recipe() + ", language";
    }
}
