package dev.gator.provider.cohere;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.EventSource;
import dev.gator.provider.chat.AnswerTeller;
import dev.gator.provider.chat.GrowingPart;
import dev.gator.provider.http.EventStream;
import dev.gator.provider.http.StreamTemplate;
import org.jspecify.annotations.Nullable;

/** Reads the events of a streamed answer; {@code message-end} ends it, anything else before that is a cut. */
final class ChatSource implements EventSource {

    private final EventStream stream;
    private final ChatReader reader;
    private final AnswerTeller teller;
    private final StreamTemplate template = new StreamTemplate();
    private boolean over;

    ChatSource(EventStream stream, ChatReader reader) {
        this.stream = stream;
        this.reader = reader;
        this.teller = reader.teller();
    }

    @Override
    public @Nullable ChatEvent next() {
        while (true) {
            ChatEvent ready = teller.poll();
            if (ready != null || over) {
                return ready;
            }
            // most events differ from the one before in their words alone
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
            return;
        }
        reader.event(stream.scan());
        if (teller.isFinished()) {
            over = true;
            stream.complete();
        } else if (reader.hot() != null) {
            stream.teach(template, reader.hotFrom(), reader.hotTo());
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
