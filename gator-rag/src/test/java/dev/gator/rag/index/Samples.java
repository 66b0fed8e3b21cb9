package dev.gator.rag.index;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.VectorRecord;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Records to write, and who writes them. */
final class Samples {

    static final Owner EVE = Owner.of("acme", "eve");
    static final CollectionName DOCS = CollectionName.of("docs");
    static final String GENERATION = "generation";

    private static final int DIMENSIONS = 24;

    private Samples() {}

    /** Returns records that are all of one generation; their ids are the same in each. */
    static List<VectorRecord> generation(int generation, int count) {
        Random random = new Random(generation);
        return IntStream.range(0, count)
                .mapToObj(i -> new VectorRecord(
                        "r" + i,
                        gaussian(random, DIMENSIONS),
                        "the words of record " + i,
                        Attributes.none()
                                .with(GENERATION, generation)
                                .with("tag", "t" + i % 7)
                                .with("even", i % 2 == 0)))
                .toList();
    }

    static Embedding gaussian(Random random, int dimensions) {
        float[] values = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(values);
    }
}
