package dev.gator.rag.ground;

import dev.gator.rag.document.Chunk;
import dev.gator.rag.retrieve.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A piece of evidence, read once. Immutable. */
final class Source {

    private static final int MOST_SENTENCES = 200;

    /**
     * A sentence of it.
     *
     * @param quote where
     * @param reading what it says
     */
    record Said(Quote quote, Reading reading) {}

    private final Evidence evidence;
    private final List<Said> sentences = new ArrayList<>();
    private final Set<String> context = new HashSet<>();

    Source(Evidence evidence, SentenceReader reader) {
        this.evidence = evidence;
        Chunk chunk = evidence.chunk();
        for (TextSpan span : reader.sentences(chunk.text())) {
            if (sentences.size() < MOST_SENTENCES) {
                Quote quote = new Quote(chunk, span.start(), span.end());
                sentences.add(new Said(quote, reader.read(quote.text())));
            }
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
