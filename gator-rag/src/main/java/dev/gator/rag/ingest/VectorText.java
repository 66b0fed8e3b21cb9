package dev.gator.rag.ingest;

import dev.gator.embed.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

/** Vectors as texts: the floats, little end first, in Base64. */
final class VectorText {

    private VectorText() {}

    static String write(Embedding vector) {
        ByteBuffer bytes =
                ByteBuffer.allocate(vector.dimensions() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector.toArray());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** Returns the vector, or nothing if the text holds none. */
    static Optional<Embedding> read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
                return Optional.empty();
            }
            float[] values = new float[bytes.length / Float.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            return Optional.of(Embedding.of(values));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
