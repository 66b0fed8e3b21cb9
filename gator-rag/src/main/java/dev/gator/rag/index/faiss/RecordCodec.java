package dev.gator.rag.index.faiss;

import dev.gator.embed.Embedding;
import dev.gator.store.Attribute;
import dev.gator.store.Attributes;
import dev.gator.store.VectorRecord;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bytes of a record: the vector comes first, so that it is read without decoding the rest. */
final class RecordCodec {

    private static final byte TEXT = 1;
    private static final byte NUMBER = 2;
    private static final byte FLAG = 3;
    private static final byte TEXTS = 4;

    private RecordCodec() {}

    static byte[] encode(VectorRecord record) {
        Bytes bytes = new Bytes();
        float[] vector = record.embedding().map(Embedding::toArray).orElse(new float[0]);
        bytes.number(vector.length);
        for (float value : vector) {
            bytes.number(Float.floatToRawIntBits(value));
        }
        bytes.text(record.id());
        bytes.text(record.text());
        bytes.number(record.attributes().names().size());
        for (String name : record.attributes().names()) {
            bytes.text(name);
            fact(record.attributes().get(name).orElseThrow(), bytes);
        }
        return bytes.toByteArray();
    }

    /** Reads the record at the buffer's position and leaves the position behind it. */
    static VectorRecord decode(ByteBuffer from) {
        float[] vector = vector(from);
        String id = text(from);
        String text = text(from);
        Attributes attributes = Attributes.none();
        for (int left = from.getInt(); left > 0; left--) {
            attributes = attributes.with(text(from), fact(from));
        }
        return new VectorRecord(id, vector == null ? null : Embedding.of(vector), text, attributes);
    }

    private static float @Nullable [] vector(ByteBuffer from) {
        int dimensions = from.getInt();
        if (dimensions == 0) {
            return null;
        }
        float[] vector = new float[dimensions];
        from.asFloatBuffer().get(vector);
        from.position(from.position() + dimensions * Float.BYTES);
        return vector;
    }

    /** Reads only the vector, into an array of as many dimensions as the collection has. */
    static void vector(ByteBuffer from, float[] into) {
        from.position(from.position() + Integer.BYTES);
        from.asFloatBuffer().get(into);
    }

    static String text(ByteBuffer from) {
        byte[] bytes = new byte[from.getInt()];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void fact(Attribute fact, Bytes bytes) {
        if (fact instanceof Attribute.Text text) {
            bytes.write(TEXT);
            bytes.text(text.value());
        } else if (fact instanceof Attribute.Numeric number) {
            bytes.write(NUMBER);
            long bits = Double.doubleToRawLongBits(number.value());
            bytes.number((int) bits);
            bytes.number((int) (bits >>> Integer.SIZE));
        } else if (fact instanceof Attribute.Flag flag) {
            bytes.write(FLAG);
            bytes.write(flag.value() ? 1 : 0);
        } else if (fact instanceof Attribute.Texts texts) {
            bytes.write(TEXTS);
            bytes.number(texts.values().size());
            texts.values().forEach(bytes::text);
        }
    }

    private static Attribute fact(ByteBuffer from) {
        byte kind = from.get();
        return switch (kind) {
            case TEXT -> Attribute.of(text(from));
            case NUMBER -> Attribute.of(Double.longBitsToDouble(from.getLong()));
            case FLAG -> Attribute.of(from.get() != 0);
            case TEXTS -> Attribute.of(texts(from));
            default -> throw RecordLog.corrupt("a fact has the unknown kind " + kind);
        };
    }

    private static Set<String> texts(ByteBuffer from) {
        Set<String> texts = new HashSet<>();
        for (int left = from.getInt(); left > 0; left--) {
            texts.add(text(from));
        }
        return texts;
    }

    /** Collects bytes, numbers with their lowest byte first. */
    static final class Bytes extends ByteArrayOutputStream {

        void number(int value) {
            byte[] bytes = ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array();
            writeBytes(bytes);
        }

        void text(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            writeBytes(bytes);
        }
    }
}
