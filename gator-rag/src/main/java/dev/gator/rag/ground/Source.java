package dev.gator.rag.ground;

import dev.gator.rag.document.Chunk;
import dev.gator.rag.retrieve.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A piece of evidence, read once. Immutable. */
final class Source {

    private static final int MOST_CHARACTERS = 40_000;

    /**
     * A sentence of it.
     *
     * @param quote where
     * @param shown how it reads on its own; empty if it does not, such as the header of a table
     * @param reading what it says
     */
    record Said(Quote quote, String shown, Reading reading) {}

    private final Evidence evidence;
    private final List<Said> sentences = new ArrayList<>();
    private final Set<String> context = new HashSet<>();

    Source(Evidence evidence, SentenceReader reader) {
        this.evidence = evidence;
        Chunk chunk = evidence.chunk();
        String text =
                chunk.text().substring(0, Math.min(MOST_CHARACTERS, chunk.text().length()));
        Optional<String> header = Optional.empty();
        for (TextSpan span : reader.sentences(text)) {
            String written = span.of(text);
            boolean row = Sentences.isRow(written);
            String shown = row ? header.map(names -> Rows.told(names, written)).orElse("") : Plain.sentence(written);
            header = row ? header.or(() -> Optional.of(written)) : Optional.empty();
            Quote quote = new Quote(chunk, span.start(), span.end());
            sentences.add(new Said(quote, shown, reader.read(shown.isEmpty() ? written : shown)));
        }
        context.addAll(reader.read(chunk.title().replaceAll("[._/-]", " ")).terms());
        chunk.headings().forEach(heading -> context.addAll(reader.read(heading).terms()));
    }

    Evidence evidence() {
        return evidence;
    }

    Chunk chunk() {
        return evidence.chunk();
    }

    List<Said> sentences() {
        return sentences;
    }

    /** Returns the terms of title and headings: what the text may leave unsaid because it stands above it. */
    Set<String> context() {
        return context;
    }

    /** Returns whether a name occurs anywhere in it. */
    boolean names(String name) {
        return context.contains(name)
                || sentences.stream().anyMatch(said -> said.reading().terms().contains(name));
    }
}
