package dev.gator.rag.chunk;

import dev.gator.rag.document.Block;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.store.Attributes;
import java.util.ArrayList;
import java.util.List;

/** Builds documents part by part. */
final class Texts {

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    Texts add(BlockKind kind, String words, String... headings) {
        return add(kind, 0, words, headings);
    }

    Texts add(BlockKind kind, int page, String words, String... headings) {
        int start = text.length();
        text.append(words);
        blocks.add(new Block(kind, start, text.length(), List.of(headings), page));
        text.append("\n\n");
        return this;
    }

    Document document(String id) {
        return new Document(id, "Title of " + id, id + ".md", text.toString(), blocks, Attributes.none());
    }

    static String sentences(String subject, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            words.append("Sentence ")
                    .append(i)
                    .append(" is about ")
                    .append(subject)
                    .append(". ");
        }
        return words.toString().strip();
    }
}
