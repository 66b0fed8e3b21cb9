package dev.gator.rag.index;

import dev.gator.store.VectorStore;
import java.nio.file.Path;

/** Writes generation after generation, and says each that is durable, until somebody kills the process. */
public final class KilledWriter {

    static final int RECORDS = 60;

    private KilledWriter() {}

    /** Runs with the kind of store, its folder and a folder for snapshots; or only holds the folder if there are no snapshots. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        VectorStore store = arguments[0].equals("lucene") ? Stores.lucene(folder) : Stores.exact(folder);
        System.out.println("0");
        if (arguments.length == 2) {
            System.in.read();
        }
        for (int generation = 1; arguments.length > 2; generation++) {
            store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(generation, RECORDS));
            store.flush(Samples.EVE, Samples.DOCS);
            store.snapshots().orElseThrow().save(Samples.EVE, Samples.DOCS, Path.of(arguments[2]));
            System.out.println(generation);
        }
    }
}
