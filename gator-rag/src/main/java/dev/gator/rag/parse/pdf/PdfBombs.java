package dev.gator.rag.parse.pdf;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks every stream of a PDF into nothing, in one pass and before PDFBox sees the file: PDFBox unpacks a stream into
 * memory, however large it becomes, and some of them while it opens the file.
 */
final class PdfBombs {

    private static final byte[] KEYWORD = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int PORTION = 1 << 16;
    private static final long HARMLESS = 16 << 20;
    private static final int ZLIB_HEADER = 2;

    private final Source source;
    private final byte[] nowhere = new byte[PORTION];
    private final Inflater inflater = new Inflater(true);
    private int matched;
    private int skip = -1;
    private long packed;
    private long unpacked;

    private PdfBombs(Source source) {
        this.source = source;
    }

    static void refuse(Source source, CallContext context) {
        PdfBombs bombs = new PdfBombs(source);
        byte[] portion = new byte[PORTION];
        try (InputStream in = source.open(context)) {
            PdfEnd end = new PdfEnd();
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                bombs.scan(portion, read);
                end.see(portion, read);
            }
            end.require(source);
        } catch (IOException e) {
            throw source.fault(ParseError.UNREADABLE, "cannot be read", e);
        } finally {
            bombs.inflater.end();
        }
    }

    private void scan(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            if (skip == 0) {
                at += unpack(bytes, at, length);
            } else if (skip > 0) {
                at += skipLineEnd(bytes[at]);
            } else {
                search(bytes[at++]);
            }
        }
    }

    private void search(byte b) {
        matched = b == KEYWORD[matched] ? matched + 1 : b == KEYWORD[0] ? 1 : 0;
        if (matched == KEYWORD.length) {
            matched = 0;
            skip = ZLIB_HEADER;
            packed = 0;
            unpacked = 0;
            inflater.reset();
        }
    }

    /** PDFBox drops the two bytes of a header without looking at them. */
    private int skipLineEnd(byte b) {
        boolean lineEnd = packed == 0 && (b == '\r' || b == '\n' || b == ' ');
        if (!lineEnd) {
            skip--;
            packed++;
        }
        return 1;
    }

    /** Returns how many bytes belonged to the stream; what is no packed data ends it at once. */
    private int unpack(byte[] bytes, int at, int length) {
        inflater.setInput(bytes, at, length - at);
        try {
            while (!inflater.needsInput() && !inflater.finished() && !inflater.needsDictionary()) {
                count(inflater.inflate(nowhere));
            }
        } catch (DataFormatException e) {
            skip = -1;
            return 0;
        }
        if (inflater.finished() || inflater.needsDictionary()) {
            skip = -1;
        }
        int taken = length - at - inflater.getRemaining();
        packed += taken;
        return taken;
    }

    private void count(int more) {
        unpacked += more;
        long most = source.limits().bytes() / 4;
        if (unpacked > most) {
            throw source.tooLarge("bytes in one stream", most);
        }
        int ratio = source.limits().ratio();
        if (unpacked > HARMLESS && unpacked / ratio > packed + PORTION) {
            throw source.fault(
                    ParseError.HOSTILE, "unpacks to more than " + ratio + " times its size, the limit ratio");
        }
    }
}
