package dev.gator.tck.wire;

import dev.gator.error.GatorException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes any bytes as one line of text and reads them back exactly. */
final class LineText {

    private LineText() {}

    /** Returns whether the bytes are better kept in base 64 than read by people. */
    static boolean isBinary(byte[] bytes) {
        int odd = 0;
        for (byte b : bytes) {
            odd += (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') ? 1 : 0;
        }
        return odd > 0 && odd * 20 > bytes.length;
    }

    /** Returns the text; bytes that are no text, or would break the line, become {@code \xHH}. */
    static String escape(byte[] bytes, int from, int to) {
        StringBuilder line = new StringBuilder(to - from + 8);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            text.chars().forEach(c -> append(line, c));
        } catch (CharacterCodingException e) {
            for (int i = from; i < to; i++) {
                append(line, bytes[i]); // a chunk may end inside a character
            }
        }
        return line.toString();
    }

    static byte[] unescape(String line, String end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        for (int slash = line.indexOf('\\'); slash >= 0; slash = line.indexOf('\\', at)) {
            bytes.writeBytes(line.substring(at, slash).getBytes(StandardCharsets.UTF_8));
            if (line.startsWith("\\\\", slash)) {
                bytes.write('\\');
                at = slash + 2;
            } else if (line.startsWith("\\r", slash)) {
                bytes.write('\r');
                at = slash + 2;
            } else if (line.startsWith("\\x", slash) && line.length() >= slash + 4) {
                bytes.write(HexFormat.fromHexDigits(line, slash + 2, slash + 4));
                at = slash + 4;
            } else {
                throw new GatorException(WireError.BAD_RECORDING, "unknown escape in '" + line + "'");
            }
        }
        bytes.writeBytes((line.substring(at) + end).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static void append(StringBuilder line, int c) {
        if (c == '\\') {
            line.append("\\\\");
        } else if (c == '\r') {
            line.append("\\r");
        } else if ((c < ' ' && c != '\t') || c == 0x7f) {
            line.append("\\x").append(HexFormat.of().toHexDigits((byte) c));
        } else {
            line.append((char) c);
        }
    }
}
