package dev.gator.rag.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes characters of bytes in one pass, so that a file larger than the memory costs no more than the limit. */
final class TextDecoder {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int PORTION = 1 << 16;
    private static final int HEAD = 512;

    private final Source source;
    private final Charset declared;
    private final StringBuilder out = new StringBuilder();
    private final CharBuffer chars = CharBuffer.allocate(PORTION);

    TextDecoder(Source source, Charset declared) {
        this.source = source;
        this.declared = declared;
    }

    String decode(InputStream in) throws IOException {
        byte[] portion = new byte[PORTION];
        int read = in.readNBytes(portion, 0, PORTION);
        ByteBuffer bytes = ByteBuffer.wrap(portion, 0, read);
        Charset told = encodingOf(portion, read);
        CharsetDecoder decoder = (told.equals(StandardCharsets.UTF_8) ? declared : told)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean last = read < PORTION;
        decode(decoder, bytes, last);
        while (!last) {
            bytes.compact();
            int room = bytes.remaining();
            read = in.readNBytes(portion, bytes.position(), room);
            last = read < room;
            bytes.position(bytes.position() + read).flip();
            decode(decoder, bytes, last);
        }
        return out.length() > 0 && out.charAt(0) == '\ufeff' ? out.substring(1) : out.toString();
    }

    private void decode(CharsetDecoder decoder, ByteBuffer bytes, boolean last) {
        CoderResult result;
        do {
            result = decoder.decode(bytes, chars, last);
            drain();
            if (result.isError()) {
                foreign(bytes, result.length());
            }
        } while (!result.isUnderflow());
        if (last) {
            foreign(bytes, bytes.remaining());
        }
    }

    /** Reads bytes that are no UTF-8 as the encoding that old Windows programs write. */
    private void foreign(ByteBuffer bytes, int count) {
        byte[] some = new byte[count];
        bytes.get(some);
        out.append(new String(some, WINDOWS));
    }

    private void drain() {
        out.append(chars.flip());
        chars.clear();
        if (out.length() > source.limits().characters()) {
            throw source.tooLarge("characters", source.limits().characters());
        }
    }

    static Charset encodingOf(byte[] head, int length) {
        if (length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return unmarked(head, Math.min(length, HEAD));
    }

    /** Text in UTF-16 without a mark shows itself by a zero in every other byte. */
    private static Charset unmarked(byte[] head, int length) {
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        int many = Math.max(4, length / 4);
        if (zeros[1] >= many && zeros[0] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] >= many && zeros[1] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
