package dev.gator.provider.gemini;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.EventSource;
import dev.gator.provider.chat.AnswerTeller;
import dev.gator.provider.chat.GrowingPart;
import dev.gator.provider.http.EventStream;
import dev.gator.provider.http.StreamTemplate;
import org.jspecify.annotations.Nullable;

/** Reads the pieces of a streamed answer; it is complete if one of them has said why the model stopped. */
final class GenerateSource implements EventSource {

    private final EventStream stream;
    private final AnswerTeller teller = new AnswerTeller();
    private final GenerateReader reader;
    private final StreamTemplate template = new StreamTemplate();
    private boolean over;

    GenerateSource(EventStream stream, GenerateCall call) {
        this.stream = stream;
        this.reader = new GenerateReader(teller, call);
    }

    @Override
    public @Nullable ChatEvent next() {
        while (true) {
            ChatEvent ready = teller.poll();
            if (ready != null || over) {
                return ready;
            }
            GrowingPart hot = reader.hot();
            if (hot != null && stream.nextLike(template)) {
                if (!template.text().isEmpty()) {
                    return hot.grow(template.text());
                }
            } else {
                read();
            }
        }
    }

    private void read() {
        if (!stream.next()) {
            over = true;
            if (reader.isFinished()) {
                reader.end();
                stream.complete();
            }
        } else if (!reader.piece(stream.scan())) {
            throw stream.reportedError();
        } else if (reader.hot() != null) {
            stream.teach(template, reader.hotFrom(), reader.hotTo());
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
