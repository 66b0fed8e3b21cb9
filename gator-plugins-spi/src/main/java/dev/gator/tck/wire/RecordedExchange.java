package dev.gator.tck.wire;

import dev.gator.error.GatorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A request and the answer to it, as kept in a file: without secrets, with the borders at which the answer arrived.
 * Immutable.
 *
 * <p>The file is text that reads well in a diff. Lines of the request begin with {@code >}, lines of the answer with
 * {@code <}; {@code |} marks a body line, {@code +} one without a line feed, {@code =} binary data in base 64, and
 * {@code <-} begins the next chunk. JSON requests are laid out over several lines, answers are kept byte for byte.
 */
public final class RecordedExchange {

    private final String method;
    private final String target;
    private final WireHeaders requestHeaders;
    private final byte[] requestBody;
    private final int status;
    private final WireHeaders replyHeaders;
    private final List<byte[]> chunks;

    RecordedExchange(
            String method,
            String target,
            WireHeaders requestHeaders,
            byte[] requestBody,
            int status,
            WireHeaders replyHeaders,
            List<byte[]> chunks) {
        this.method = method;
        this.target = target;
        this.requestHeaders = requestHeaders;
        this.requestBody = requestBody;
        this.status = status;
        this.replyHeaders = replyHeaders;
        this.chunks = List.copyOf(chunks);
    }

    /** Reads a file that a {@link Recorder} wrote; fails with {@link WireError#BAD_RECORDING}. */
    public static RecordedExchange read(Path file) {
        try {
            return ExchangeText.parse(Files.readString(file));
        } catch (GatorException e) {
            throw new GatorException(WireError.BAD_RECORDING, file + ": " + e.detail(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new GatorException(WireError.BAD_RECORDING, file + ": " + e.getMessage(), e);
        }
    }

    /** Returns the text that {@link #read} understands. */
    public String fileText() {
        return ExchangeText.format(this);
    }

    /** Returns the method. */
    public String method() {
        return method;
    }

    /** Returns the path with the query. */
    public String target() {
        return target;
    }

    /** Returns the request's headers. */
    public WireHeaders requestHeaders() {
        return requestHeaders;
    }

    /** Returns the request's body. */
    public byte[] requestBody() {
        return requestBody.clone();
    }

    /** Returns the answer's status. */
    public int status() {
        return status;
    }

    /** Returns the answer's headers. */
    public WireHeaders replyHeaders() {
        return replyHeaders;
    }

    /** Returns the answer's body as it arrived, piece by piece. */
    public List<byte[]> chunks() {
        return chunks.stream().map(byte[]::clone).toList();
    }

    /** Returns the answer's body as UTF-8 text. */
    public String replyText() {
        return new String(joined(), StandardCharsets.UTF_8);
    }

    /** Returns the answer as a reply of a {@link WireServer}: same bytes, same borders. */
    public WireReply reply() {
        if (replyHeaders.has("content-length")) {
            return WireReply.of(status, replyHeaders.without("content-length"), Content.of(joined()));
        }
        return WireReply.of(status, replyHeaders, Content.streamed(sink -> {
            for (byte[] chunk : chunks) {
                sink.write(chunk);
            }
        }));
    }

    /** Returns method, path and status. */
    @Override
    public String toString() {
        return method + " " + target + " -> " + status;
    }

    private byte[] joined() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        chunks.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
