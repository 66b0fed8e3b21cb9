package dev.gator;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.TokenCounter;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The events of a guarded call, handed on as they are; the end settles it. */
final class GuardedSource implements EventSource {

    private final ChatModel model;
    private final GuardedModel.Running running;
    private final Function<RuntimeException, GatorException> defect;
    private volatile @Nullable ChatStream stream;
    private @Nullable Iterator<ChatEvent> events;
    private volatile int letters = -1; // below zero until the model began to answer

    GuardedSource(ChatModel model, GuardedModel.Running running, Function<RuntimeException, GatorException> defect) {
        this.model = model;
        this.running = running;
        this.defect = defect;
    }

    @Override
    public @Nullable ChatEvent next() {
        try {
            Iterator<ChatEvent> source = events == null ? open() : events;
            if (!source.hasNext()) {
                return null;
            }
            ChatEvent event = source.next();
            letters = Math.max(0, letters) + event.text().length();
            if (event instanceof ChatEvent.Finished end) {
                running.settle(end.usage(), end.cost());
            }
            return event;
        } catch (GatorException e) {
            end(e);
            throw e;
        } catch (RuntimeException e) {
            GatorException broken = defect.apply(e);
            end(broken);
            throw broken;
        }
    }

    @Override
    public void close() {
        ChatStream open = stream;
        if (open != null) {
            open.close();
        }
        end(new GatorException(CallError.CANCELLED, "the stream was closed before the answer was complete"));
    }

    private Iterator<ChatEvent> open() {
        ChatStream opened = model.stream(running.request());
        stream = opened;
        Iterator<ChatEvent> source = opened.iterator();
        events = source;
        return source;
    }

    private void end(GatorException error) {
        if (letters < 0) {
            running.failed(error);
            return;
        }
        ChatRequest request = running.request();
        Usage usage = Usage.estimated(TokenCounter.estimate().count(request), letters / 4);
        Optional<Money> cost = model.card().cost(usage);
        running.broken(error, usage, cost);
    }
}
