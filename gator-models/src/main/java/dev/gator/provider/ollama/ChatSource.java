package dev.gator.provider.ollama;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.EventSource;
import dev.gator.provider.chat.AnswerTeller;
import dev.gator.provider.http.EventStream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a streamed answer; the one that is done ends it, anything else before that is a cut. */
final class ChatSource implements EventSource {

    private final EventStream stream;
    private final AnswerTeller teller = new AnswerTeller();
    private final ChatReader reader;
    private boolean over;

    ChatSource(EventStream stream, ChatCall call) {
        this.stream = stream;
        this.reader = new ChatReader(teller, call);
    }

    @Override
    public @Nullable ChatEvent next() {
        while (true) {
            ChatEvent ready = teller.poll();
            if (ready != null || over) {
                return ready;
            }
            if (!stream.next()) {
                over = true;
            } else if (!reader.line(stream.scan())) {
                throw stream.reportedError();
            } else if (teller.isFinished()) {
                over = true;
                stream.complete();
            }
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
