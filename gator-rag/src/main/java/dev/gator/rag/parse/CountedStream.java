package dev.gator.rag.parse;

import dev.gator.call.CallContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, because a file can grow, and asks before every portion whether the call is over. */
final class CountedStream extends FilterInputStream {

    private static final int PORTION = 1 << 16;

    private final Source source;
    private final CallContext context;
    private long count;

    CountedStream(InputStream in, Source source, CallContext context) {
        super(in);
        this.source = source;
        this.context = context;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        context.check();
        int read = in.read(into, offset, Math.min(length, PORTION));
        count += Math.max(read, 0);
        if (count > source.limits().bytes()) {
            throw source.tooLarge("bytes", source.limits().bytes());
        }
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        return Math.max(read(new byte[(int) Math.min(PORTION, Math.max(most, 0))]), 0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
