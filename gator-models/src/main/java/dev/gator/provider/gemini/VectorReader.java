package dev.gator.provider.gemini;

import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads vectors, which come in the order of the texts. */
final class VectorReader {

    private static final Names NAMES = Names.of("embeddings", "values", "usageMetadata");

    private final List<Embedding> vectors = new ArrayList<>();
    private final UsageCounter usage = new UsageCounter();
    private float[] numbers = new float[1024];

    private VectorReader() {}

    static VectorReader read(Answer answer, int count) {
        VectorReader reader = new VectorReader();
        reader.members(answer.scan());
        if (reader.vectors.size() != count) {
            throw new GatorException(
                    ProviderError.MALFORMED_ANSWER,
                    "gemini answered " + reader.vectors.size() + " vectors for " + count + " texts");
        }
        return reader;
    }

    List<Embedding> vectors() {
        return vectors;
    }

    Usage usage() {
        return usage.usage();
    }

    private void members(JsonScan scan) {
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "embeddings" -> embeddings(scan);
                case "usageMetadata" -> usage.read(scan);
                default -> scan.skip();
            }
        }
        scan.end();
    }

    private void embeddings(JsonScan scan) {
        scan.array();
        while (scan.item()) {
            scan.object();
            for (String name; (name = scan.member(NAMES)) != null; ) {
                if (name.equals("values")) {
                    vectors.add(vector(scan));
                } else {
                    scan.skip();
                }
            }
        }
    }

    private Embedding vector(JsonScan scan) {
        int count = 0;
        scan.array();
        while (scan.item()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = (float) scan.decimal();
        }
        if (count == 0) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "gemini answered a vector without dimensions");
        }
        return Embedding.of(Arrays.copyOf(numbers, count));
    }
}
