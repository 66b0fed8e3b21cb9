package dev.gator.rag.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes that are being put together. */
final class Growing {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void kind(byte kind) {
        out.write(kind);
    }

    void number(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    void real(double value) {
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
    }

    void floats(float[] values) {
        ByteBuffer all = ByteBuffer.allocate(values.length * Float.BYTES);
        all.asFloatBuffer().put(values);
        out.writeBytes(all.array());
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
