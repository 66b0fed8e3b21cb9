package dev.gator.provider.openai;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.EventSource;
import dev.gator.chat.PartKind;
import dev.gator.content.MediaType;
import dev.gator.provider.http.EventStream;
import dev.gator.provider.http.StreamTemplate;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of a streamed chat completion; {@code [DONE]} ends it, anything else before the end is a cut. */
final class ChatSource implements EventSource {

    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    private final EventStream stream;
    private final PartTeller teller = new PartTeller();
    private final ChatReader reader;
    private final StreamTemplate template = new StreamTemplate();
    private @Nullable PartKind learned;
    private boolean over;

    ChatSource(EventStream stream, Asked asked) {
        this.stream = stream;
        this.reader = new ChatReader(teller, asked, MediaType.PCM);
    }

    @Override
    public @Nullable ChatEvent next() {
        while (true) {
            ChatEvent ready = teller.poll();
            if (ready != null || over) {
                return ready;
            }
            // most chunks differ from the one before in their words alone
            if (learned != null && learned == teller.growing() && stream.nextLike(template)) {
                if (!template.text().isEmpty()) {
                    return teller.grow(template.text());
                }
            } else {
                read();
            }
        }
    }

    private void read() {
        if (!stream.next()) {
            over = true;
        } else if (stream.dataIs(DONE)) {
            over = true;
            if (teller.hasBegun()) {
                reader.end();
                stream.complete();
            }
        } else if (reader.read(stream.scan())) {
            learned = reader.hotKind();
            if (learned != null) {
                stream.teach(template, reader.hotFrom(), reader.hotTo());
            }
        } else {
            throw stream.reportedError();
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
