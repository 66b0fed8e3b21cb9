package dev.gator.rag.chunk;

import dev.gator.content.Sha256;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the pieces of one document and names them. */
final class Cuts {

    private static final int ID_LENGTH = 32;

    private final Document document;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final List<Chunk> chunks = new ArrayList<>();

    Cuts(Document document) {
        this.document = document;
    }

    /** Adds the piece that these neighbouring units make. */
    void add(Section section, List<Unit> units) {
        Unit first = units.get(0);
        int end = units.get(units.size() - 1).end();
        String own = document.text().substring(first.start(), end);
        String words = first.lead().isEmpty() ? own : first.lead() + "\n" + own;
        chunks.add(new Chunk(
                id(words),
                document.id(),
                document.title(),
                document.source(),
                words,
                first.start(),
                end,
                section.headings(),
                section.pageAt(first.start()),
                document.facts()));
    }

    List<Chunk> all() {
        return List.copyOf(chunks);
    }

    /** Names a piece by its words and not by its place, so that it stays who it is when text before it changes. */
    private String id(String words) {
        int occurrence = occurrences.merge(words, 1, Integer::sum);
        return Sha256.of(document.id() + "\n" + occurrence + "\n" + words).substring(0, ID_LENGTH);
    }
}
