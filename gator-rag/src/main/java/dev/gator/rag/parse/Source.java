package dev.gator.rag.parse;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file to be read: bytes or a path, with a name, and with the limits that hold for it. Immutable; a path is opened anew
 * each time and never kept open.
 */
public final class Source {

    private final String name;
    private final String address;
    private final @Nullable Path file;
    private final byte[] bytes;
    private final @Nullable MediaType type;
    private final ParseLimits limits;

    private Source(
            String name,
            String address,
            @Nullable Path file,
            byte[] bytes,
            @Nullable MediaType type,
            ParseLimits limits) {
        this.name = Require.text("source name", name);
        this.address = Require.text("source address", address);
        this.file = file;
        this.bytes = bytes;
        this.type = type;
        this.limits = limits;
    }

    /** Returns a file on disk; nothing is opened yet. */
    public static Source of(Path file) {
        Path last = file.getFileName();
        Require.that(last != null, "not a file: " + file);
        return new Source(String.valueOf(last), file.toString(), file, new byte[0], null, ParseLimits.standard());
    }

    /** Returns a copy of bytes under a name, whose extension helps to tell what they are. */
    public static Source of(String name, byte[] bytes) {
        return new Source(name, name, null, bytes.clone(), null, ParseLimits.standard());
    }

    /** Returns the same file for a document that names {@code address} as its source. */
    public Source at(String address) {
        return new Source(name, address, file, bytes, type, limits);
    }

    /** Returns the same file as one of a known type. */
    public Source as(MediaType known) {
        return new Source(name, address, file, bytes, known, limits);
    }

    /** Returns the same file within other limits. */
    public Source within(ParseLimits other) {
        return new Source(name, address, file, bytes, type, other);
    }

    /** Returns the file name. */
    public String name() {
        return name;
    }

    /** Returns what the document will name as its source. */
    public String address() {
        return address;
    }

    /** Returns where the file lies, if it lies on disk. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Returns the limits that hold for it. */
    public ParseLimits limits() {
        return limits;
    }

    /**
     * Returns what it is: the bytes decide, the name refines. Reads the beginning of the file, unless
     * {@link #as} named the type.
     */
    public MediaType type() {
        return type != null ? type : TypeFinder.find(this);
    }

    /** Returns how many bytes it has. */
    public long size() {
        if (file == null) {
            return bytes.length;
        }
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Opens it. The stream refuses to go beyond the limit of bytes and stops when the call is over; close it.
     *
     * @throws GatorException UNREADABLE, or TOO_LARGE if the file is larger than the limit
     */
    public InputStream open(CallContext context) {
        if (size() > limits.bytes()) {
            throw tooLarge("bytes", limits.bytes());
        }
        return new CountedStream(raw(), this, context);
    }

    /** Returns all bytes. */
    public byte[] bytes(CallContext context) {
        try (InputStream in = open(context)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Returns the file as characters: in the encoding that a byte order mark names, otherwise UTF-8, with bytes that are no
     * UTF-8 read as windows-1252. Refuses more characters than the limit.
     */
    public String text(CallContext context) {
        return text(context, StandardCharsets.UTF_8);
    }

    /** Returns the file as characters in an encoding that it declares inside; a byte order mark is believed first. */
    public String text(CallContext context, Charset declared) {
        try (InputStream in = open(context)) {
            return new TextDecoder(this, declared).decode(in);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the first bytes, at most {@code most}. */
    public byte[] head(int most) {
        try (InputStream in = raw()) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputStream raw() {
        if (file == null) {
            return new ByteArrayInputStream(bytes);
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns an error about this file, to be thrown. */
    public GatorException fault(ParseError error, String detail) {
        return fault(error, detail, null);
    }

    /** Returns an error about this file with what caused it, to be thrown. */
    public GatorException fault(ParseError error, String detail, @Nullable Throwable cause) {
        return new GatorException(error, name + ": " + detail, cause);
    }

    /** Returns the error that one of the {@link ParseLimits} is exceeded, to be thrown. */
    public GatorException tooLarge(String limit, long most) {
        return fault(ParseError.TOO_LARGE, "more than " + most + " " + limit);
    }

    private GatorException unreadable(IOException cause) {
        return fault(ParseError.UNREADABLE, "cannot be read", cause);
    }

    @Override
    public String toString() {
        return name;
    }
}
