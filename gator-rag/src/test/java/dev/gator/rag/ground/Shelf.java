package dev.gator.rag.ground;

import dev.gator.call.CallContext;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.retrieve.Evidence;
import dev.gator.rag.retrieve.Retriever;
import dev.gator.store.Attributes;
import java.util.ArrayList;
import java.util.List;

/** Evidence written by hand: it finds everything on it, whatever is asked. */
final class Shelf implements Retriever {

    private final List<Evidence> evidence = new ArrayList<>();

    static Shelf of(String... titlesAndTexts) {
        Shelf shelf = new Shelf();
        for (int i = 0; i < titlesAndTexts.length; i += 2) {
            shelf.put(titlesAndTexts[i], titlesAndTexts[i + 1], 0.9 - 0.01 * i);
        }
        return shelf;
    }

    Shelf put(String title, String text, double score) {
        evidence.add(new Evidence(chunk(title, text), score));
        return this;
    }

    static Chunk chunk(String title, String text) {
        String id = title.replace(' ', '-');
        return new Chunk(id + "-1", id, title, id + ".md", text, 0, text.length(), List.of(), 0, Attributes.none());
    }

    @Override
    public List<Evidence> find(String question, CallContext context) {
        return List.copyOf(evidence);
    }
}
