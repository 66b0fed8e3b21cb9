package dev.gator.rag.parse.archive;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.xml.XmlCursor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files inside a document that is a ZIP archive. All that is unpacked from it counts against one limit. For one
 * thread; close it.
 */
public final class Archive implements AutoCloseable {

    private final Source source;
    private final CallContext context;
    private final RandomBytes bytes;
    private final Map<String, ArchiveEntry> entries;
    private final Unpacked unpacked;

    private Archive(Source source, CallContext context, RandomBytes bytes) {
        this.source = source;
        this.context = context;
        this.bytes = bytes;
        this.entries = new ContentsReader(bytes, source, context).read();
        this.unpacked = new Unpacked(source, context);
    }

    /**
     * Opens an archive and reads its table of contents.
     *
     * @throws GatorException BROKEN, ENCRYPTED, TOO_LARGE, or HOSTILE if a name leads outside
     */
    public static Archive open(Source source, CallContext context) {
        if (source.size() > source.limits().bytes()) {
            throw source.tooLarge("bytes", source.limits().bytes());
        }
        RandomBytes bytes = RandomBytes.of(source, context);
        try {
            return new Archive(source, context, bytes);
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Returns the names of all files, in the order of the archive. */
    public Set<String> names() {
        return entries.keySet();
    }

    /** Returns whether there is such a file. */
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Returns the first of these names that is there, or refuses the archive as one without {@code what}. */
    public String firstOf(String what, List<String> candidates) {
        return candidates.stream().filter(this::has).findFirst().orElseThrow(() -> broken("has no " + what));
    }

    /** Opens a file; close it before the archive. */
    public InputStream open(String name) {
        ArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw broken("has no " + name);
        }
        try {
            return unpacked.stream(bytes, entry);
        } catch (IOException e) {
            throw source.fault(ParseError.BROKEN, name + " cannot be unpacked", e);
        }
    }

    /** Returns the bytes of a file. */
    public byte[] read(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw source.fault(ParseError.BROKEN, name + " cannot be unpacked", e);
        }
    }

    /** Opens a file that is XML; close it before the archive. */
    public XmlCursor xml(String name) {
        return XmlCursor.open(open(name), source, context);
    }

    /** Returns the error that the archive is not what it claims to be, to be thrown. */
    public GatorException broken(String detail) {
        return source.fault(ParseError.BROKEN, detail);
    }

    @Override
    public void close() {
        bytes.close();
    }
}
