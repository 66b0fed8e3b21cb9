package dev.gator.content;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * A file that goes with a message: either its bytes or an address that the provider fetches. Immutable.
 *
 * <p>Bytes are counted, not trusted: the type is told from the bytes where none is given, and more than
 * {@link #DEFAULT_LIMIT} is refused with {@link CallError#ATTACHMENT_TOO_LARGE} unless the caller names a higher limit.
 */
public sealed interface Attachment {

    /** The most bytes that the factories without a limit accept: 20 MiB. */
    long DEFAULT_LIMIT = 20L << 20;

    /** Returns what it is. */
    MediaType type();

    /** Returns its file name, for people and for providers that show one. */
    String name();

    /** Returns the same content under another name. */
    Attachment named(String name);

    /** Reads a file; the type comes from its bytes, refined by its extension. */
    static Bytes of(Path file) {
        return of(file, DEFAULT_LIMIT);
    }

    /**
     * Reads a file of at most {@code limit} bytes.
     *
     * @throws GatorException ATTACHMENT_UNREADABLE, or ATTACHMENT_TOO_LARGE, in which case at most one byte more than
     *     the limit was read
     */
    static Bytes of(Path file, long limit) {
        Require.that(limit > 0 && limit < Integer.MAX_VALUE, "attachment limit is " + limit);
        Path last = file.getFileName();
        Require.that(last != null, "not a file: " + file);
        String name = String.valueOf(last);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) limit + 1);
            return Bytes.owning(bytes, Bytes.typeOf(bytes, name), name, limit);
        } catch (IOException e) {
            throw new GatorException(CallError.ATTACHMENT_UNREADABLE, "cannot read " + file, e);
        }
    }

    /** Wraps a copy of bytes whose type is told from the bytes. */
    static Bytes of(byte[] bytes) {
        return of(bytes, MediaType.sniff(bytes));
    }

    /** Wraps a copy of bytes of a known type. */
    static Bytes of(byte[] bytes, MediaType type) {
        return of(bytes, type, DEFAULT_LIMIT);
    }

    /** Wraps a copy of at most {@code limit} bytes of a known type. */
    static Bytes of(byte[] bytes, MediaType type, long limit) {
        return Bytes.owning(bytes.clone(), type, "attachment." + type.extension(), limit);
    }

    /** Names content on the web; Gator never fetches it, the provider does. */
    static Link link(URI address, MediaType type) {
        String path = address.getPath() == null ? "" : address.getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return new Link(address, type, last.isBlank() ? "attachment." + type.extension() : last);
    }

    /** Content held in memory. */
    final class Bytes implements Attachment {

        private final byte[] content;
        private final MediaType type;
        private final String name;

        private Bytes(byte[] content, MediaType type, String name) {
            this.content = content;
            this.type = type;
            this.name = checkedName(name);
        }

        private static Bytes owning(byte[] content, MediaType type, String name, long limit) {
            Require.that(content.length > 0, "attachment " + name + " is empty");
            if (content.length > limit) {
                throw new GatorException(
                        CallError.ATTACHMENT_TOO_LARGE, name + " has more than the allowed " + limit + " bytes");
            }
            return new Bytes(content, type, name);
        }

        private static MediaType typeOf(byte[] bytes, String name) {
            MediaType sniffed = MediaType.sniff(bytes);
            boolean vague = sniffed.equals(MediaType.TEXT) || sniffed.equals(MediaType.UNKNOWN);
            return vague
                    ? MediaType.ofName(name)
                            .filter(t -> t.isText() == sniffed.isText())
                            .orElse(sniffed)
                    : sniffed;
        }

        @Override
        public MediaType type() {
            return type;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Bytes named(String name) {
            return new Bytes(content, type, name);
        }

        /** Returns a copy of the bytes. */
        public byte[] bytes() {
            return content.clone();
        }

        /** Returns how many bytes there are. */
        public int size() {
            return content.length;
        }

        /** Opens the bytes for reading, without a copy. */
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        /** Returns the bytes as characters of UTF-8. */
        public String text() {
            Require.that(type.isText(), name + " is " + type + ", not text");
            return new String(content, StandardCharsets.UTF_8);
        }

        /** Returns the bytes in base 64 with padding and without line breaks. */
        public String base64() {
            return Base64.getEncoder().encodeToString(content);
        }

        /** Returns {@code data:image/png;base64,...}. */
        public String dataUri() {
            return "data:" + type + ";base64," + base64();
        }

        /** Returns the SHA-256 of the bytes as 64 lower-case hexadecimal digits. */
        public String sha256() {
            return Sha256.of(content);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that
                    && type.equals(that.type)
                    && name.equals(that.name)
                    && Arrays.equals(content, that.content);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(content) + name.hashCode();
        }

        /** Returns name, type and size, never the content. */
        @Override
        public String toString() {
            return name + " (" + type + ", " + content.length + " bytes)";
        }
    }

    /**
     * Content on the web.
     *
     * @param address where, always https
     * @param type what it is
     * @param name its file name
     */
    record Link(URI address, MediaType type, String name) implements Attachment {

        /** Checks that the address is https, has a host and carries no credentials. */
        public Link {
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            Require.that(scheme.equals("https"), "attachment link is not https: " + scheme);
            Require.that(address.getHost() != null, "attachment link names no host");
            Require.that(address.getUserInfo() == null, "attachment link carries credentials");
            name = checkedName(name);
        }

        @Override
        public Link named(String name) {
            return new Link(address, type, name);
        }
    }

    private static String checkedName(String name) {
        Require.length("attachment name", Require.text("attachment name", name), 1, 255);
        Require.that(
                name.chars().noneMatch(c -> c < 32 || c == '/' || c == '\\'),
                "attachment name has a slash or a control character");
        return name;
    }
}
