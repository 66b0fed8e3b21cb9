package dev.gator.rag.ingest;

import dev.gator.content.Sha256;
import dev.gator.rag.document.Document;
import dev.gator.store.Attribute;
import dev.gator.store.Attributes;
import java.util.List;
import java.util.TreeSet;

/** Fingerprints that are the same in every process. */
final class Prints {

    private static final int LENGTH = 32;

    private Prints() {}

    /** Returns the fingerprint of parts; where one ends and the next begins counts. */
    static String of(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part.length()).append(':').append(part);
        }
        return Sha256.of(all.toString()).substring(0, LENGTH);
    }

    static String of(Document document) {
        List<String> blocks = document.blocks().stream().map(String::valueOf).toList();
        return of(
                document.title(), document.source(), document.text(), String.join("\n", blocks), of(document.facts()));
    }

    static String of(Attributes facts) {
        StringBuilder all = new StringBuilder();
        for (String name : facts.names()) {
            Attribute fact = facts.get(name).orElseThrow();
            // the order of a set is another one in each process
            String value =
                    fact instanceof Attribute.Texts texts ? new TreeSet<>(texts.values()).toString() : fact.toString();
            all.append(name).append('=').append(value).append('\n');
        }
        return of(all.toString());
    }
}
