package dev.gator.provider.openai;

import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.usage.Usage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads vectors, sent as base64 of little-endian floats or as numbers, in whatever order they come. */
final class VectorReader {

    private static final Names NAMES = Names.of("data", "usage", "index", "embedding");

    private final byte[] bytes;
    private final @Nullable Embedding[] vectors;
    private Usage usage = Usage.UNKNOWN;
    private float[] numbers = new float[1024];

    VectorReader(byte[] bytes, int count) {
        this.bytes = bytes;
        this.vectors = new Embedding[count];
    }

    void read(JsonScan scan) {
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "data" -> data(scan);
                case "usage" -> usage = scan.passNull() ? usage : UsageReader.read(scan);
                default -> scan.skip();
            }
        }
        scan.end();
    }

    Usage usage() {
        return usage;
    }

    List<Embedding> vectors(Service service) {
        if (Arrays.stream(vectors).anyMatch(Objects::isNull)) {
            throw new GatorException(
                    ProviderError.MALFORMED_ANSWER, service.name() + " did not answer one vector for each text");
        }
        return Arrays.stream(vectors).map(Objects::requireNonNull).toList();
    }

    private void data(JsonScan scan) {
        scan.array();
        for (int place = 0; scan.item(); place++) {
            long index = place;
            Embedding vector = null;
            scan.object();
            for (String name; (name = scan.member(NAMES)) != null; ) {
                switch (name) {
                    case "index" -> index = scan.number();
                    case "embedding" -> vector = scan.peek() == '"' ? packed(scan) : plain(scan);
                    default -> scan.skip();
                }
            }
            if (vector == null || index < 0 || index >= vectors.length) {
                throw new GatorException(
                        ProviderError.MALFORMED_ANSWER, "a vector is missing or has the index " + index);
            }
            vectors[(int) index] = vector;
        }
    }

    private Embedding packed(JsonScan scan) {
        try {
            ByteBuffer floats;
            if (scan.skipText()) {
                ByteBuffer text = ByteBuffer.wrap(bytes, scan.textFrom(), scan.textTo() - scan.textFrom());
                floats = Base64.getDecoder().decode(text);
            } else {
                throw new GatorException(ProviderError.MALFORMED_ANSWER, "a vector in base64 has escapes");
            }
            float[] values = new float[floats.remaining() / Float.BYTES];
            floats.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            return Embedding.of(values);
        } catch (IllegalArgumentException e) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "a vector is not base64", e);
        }
    }

    private Embedding plain(JsonScan scan) {
        int count = 0;
        scan.array();
        while (scan.item()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = (float) scan.decimal();
        }
        return Embedding.of(Arrays.copyOf(numbers, count));
    }
}
