package dev.gator.rag.parse.text;

import dev.gator.call.CallContext;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Hands out characters in small portions and asks before each whether the call is over. */
final class CheckedReader extends FilterReader {

    private static final int PORTION = 1 << 12;

    private final CallContext context;

    CheckedReader(Reader in, CallContext context) {
        super(in);
        this.context = context;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        context.check();
        return in.read(into, offset, Math.min(length, PORTION));
    }
}
