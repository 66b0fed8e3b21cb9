package dev.gator.rag.parse;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Document;
import java.util.Set;

/**
 * Reads one kind of file. Applications add their own with {@link Parsers#with}, or name them in
 * {@code META-INF/services}, as the built-in ones are. Safe to share between threads.
 *
 * <p>The file is a stranger's. An implementation reads through {@link Source}, writes through {@link Draft}, and so stays
 * within the limits and stops when the call is cancelled; it opens nothing that the file names.
 */
public interface DocumentParser {

    /** Returns the kinds of file that it reads. */
    Set<MediaType> types();

    /**
     * Reads a file.
     *
     * @throws GatorException with a {@link ParseError} that names the file, or because the call is over
     */
    Document parse(Source source, CallContext context);
}
