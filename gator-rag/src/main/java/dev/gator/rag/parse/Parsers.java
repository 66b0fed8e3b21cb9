package dev.gator.rag.parse;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Makes documents of files of every kind. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * Document report = Parsers.standard().parse(Path.of("report.pdf"), CallContext.create());
 * }</pre>
 *
 * <p>Reads no more than its limits allow, opens nothing that a file names, and stops when the call is cancelled or late.
 * Whatever is wrong with a file ends in a {@link GatorException} with a {@link ParseError}.
 */
public final class Parsers {

    private final List<DocumentParser> parsers;
    private final ParseLimits limits;

    private Parsers(List<DocumentParser> parsers, ParseLimits limits) {
        this.parsers = List.copyOf(parsers);
        this.limits = limits;
    }

    /** Returns the built-in parsers and those that other jars beside Gator's offer, within the standard limits. */
    public static Parsers standard() {
        List<DocumentParser> found = new ArrayList<>();
        ServiceLoader.load(DocumentParser.class, Parsers.class.getClassLoader()).forEach(found::add);
        return new Parsers(found, ParseLimits.standard());
    }

    /** Returns a copy that asks {@code parser} first. */
    public Parsers with(DocumentParser parser) {
        List<DocumentParser> all = new ArrayList<>(List.of(parser));
        all.addAll(parsers);
        return new Parsers(all, limits);
    }

    /** Returns a copy that reads within other limits. */
    public Parsers within(ParseLimits other) {
        return new Parsers(parsers, other);
    }

    /** Returns the limits. */
    public ParseLimits limits() {
        return limits;
    }

    /** Returns whether some parser reads files of this type. */
    public boolean reads(MediaType type) {
        return parserOf(type).isPresent();
    }

    /** Reads a file on disk. */
    public Document parse(Path file, CallContext context) {
        return parse(Source.of(file).within(limits), context);
    }

    /** Reads bytes; the extension of the name helps to tell what they are. */
    public Document parse(String name, byte[] bytes, CallContext context) {
        return parse(Source.of(name, bytes).within(limits), context);
    }

    /** Reads a source within its own limits. */
    public Document parse(Source source, CallContext context) {
        context.check();
        Source known = source.as(source.type());
        DocumentParser parser = parserOf(known.type())
                .orElseThrow(() -> known.fault(ParseError.UNKNOWN_TYPE, "nobody reads " + known.type()));
        try {
            return parser.parse(known, context);
        } catch (GatorException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // libraries meet broken files with whatever their code trips over; to the caller it is one broken file
            throw known.fault(ParseError.BROKEN, "is not a readable " + known.type(), e);
        }
    }

    private Optional<DocumentParser> parserOf(MediaType type) {
        return parsers.stream().filter(parser -> parser.types().contains(type)).findFirst();
    }
}
