package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.content.Sha256;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Parsers;
import dev.gator.rag.parse.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A file on disk, known by the name of its origin and its place in it, so that a folder may move as a whole. */
record FileItem(Path file, String source, Parsers parsers) implements Item {

    private static final int BUFFER = 1 << 16;

    @Override
    public String documentId() {
        return Document.idOf(source);
    }

    @Override
    public String print(CallContext context) {
        Source whole = whole();
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = whole.open(context)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw whole.fault(ParseError.UNREADABLE, "cannot be read", e);
        }
        return Sha256.hex(digest.digest());
    }

    @Override
    public Document read(CallContext context) {
        return parsers.parse(whole(), context);
    }

    private Source whole() {
        return Source.of(file).at(source).within(parsers.limits());
    }
}
