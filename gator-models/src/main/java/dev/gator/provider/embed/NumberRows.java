package dev.gator.provider.embed;

import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.http.JsonScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a list of vectors, each a list of numbers. Not thread-safe. */
public final class NumberRows {

    private final List<Embedding> rows = new ArrayList<>();
    private float[] numbers = new float[1024];

    /** Creates a reader that has read nothing. */
    public NumberRows() {}

    /** Reads the rows that stand next, none if it is null. */
    public void read(JsonScan scan) {
        if (!scan.arrayOrNull()) {
            return;
        }
        while (scan.item()) {
            rows.add(row(scan));
        }
    }

    /**
     * Returns the vectors in order.
     *
     * @throws GatorException with {@link ProviderError#MALFORMED_ANSWER} unless there are as many as texts
     */
    public List<Embedding> vectors(String provider, int texts) {
        if (rows.size() != texts) {
            throw new GatorException(
                    ProviderError.MALFORMED_ANSWER,
                    provider + " answered " + rows.size() + " vectors for " + texts + " texts");
        }
        return List.copyOf(rows);
    }

    private Embedding row(JsonScan scan) {
        int count = 0;
        scan.array();
        while (scan.item()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = (float) scan.decimal();
        }
        if (count == 0) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "a vector has no numbers");
        }
        return Embedding.of(Arrays.copyOf(numbers, count));
    }
}
