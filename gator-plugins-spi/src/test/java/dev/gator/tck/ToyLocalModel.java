package dev.gator.tck;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A model on this machine that talks the question over, correct but for the flaws that a test plants. */
final class ToyLocalModel implements ChatModel {

    private static final ModelCard CARD = ModelCard.of("toy-local")
            .can(Capability.STOP_SEQUENCES)
            .pricing(Pricing.free())
            .build();

    private final Predicate<LocalFlaw> flawed;
    private final AtomicInteger calls = new AtomicInteger();

    ToyLocalModel(Predicate<LocalFlaw> flawed) {
        this.flawed = flawed;
    }

    @Override
    public ModelCard card() {
        return CARD;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        try (ChatStream stream = streamWords(request, "")) {
            return stream.reply();
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return streamWords(request, flawed.test(LocalFlaw.STREAMS_SOMETHING_ELSE) ? "again " : "");
    }

    private ChatStream streamWords(ChatRequest request, String more) {
        if (!flawed.test(LocalFlaw.STARTS_ANYWAY)) {
            request.context().check();
        }
        refuse(request);
        Queue<ChatEvent> events = new ArrayDeque<>(events(request, more));
        boolean free = flawed.test(LocalFlaw.STARTS_ANYWAY);
        return free ? ChatStream.of(chatted(events)) : ChatStream.over(new Told(events), request.context());
    }

    private static ChatReply chatted(Queue<ChatEvent> events) {
        try (ChatStream stream = ChatStream.over(new Told(events), dev.gator.call.CallContext.create())) {
            return stream.reply();
        }
    }

    private List<ChatEvent> events(ChatRequest request, String more) {
        List<ChatEvent> events = new ArrayList<>();
        events.add(new ChatEvent.Started("", CARD.id(), List.of()));
        events.add(ChatEvent.PartStarted.of(0, PartKind.TEXT));
        List<String> words = words(request);
        String all = more + String.join("", words);
        if (flawed.test(LocalFlaw.ONE_DELTA)) {
            events.add(new ChatEvent.TextDelta(0, all));
        } else {
            if (!more.isEmpty()) {
                events.add(new ChatEvent.TextDelta(0, more));
            }
            words.forEach(word -> events.add(new ChatEvent.TextDelta(0, word)));
        }
        events.add(new ChatEvent.PartEnded(0, Part.text(all)));
        Usage usage = flawed.test(LocalFlaw.COUNTS_NOTHING)
                ? Usage.UNKNOWN
                : Usage.reported(request.messages().size() * 5L, words.size());
        events.add(new ChatEvent.Finished(FinishReason.STOP, usage, CARD.cost(usage)));
        return events;
    }

    private List<String> words(ChatRequest request) {
        if (flawed.test(LocalFlaw.SAYS_NOTHING)) {
            return List.of(" ");
        }
        Message last = request.messages().get(request.messages().size() - 1);
        String topic = flawed.test(LocalFlaw.ALWAYS_THE_SAME) ? "all of it" : last.text();
        if (flawed.test(LocalFlaw.MIXES_CALLERS)) {
            topic += calls.incrementAndGet();
        }
        List<String> words = new ArrayList<>();
        int most = flawed.test(LocalFlaw.NO_LIMIT)
                ? Integer.MAX_VALUE
                : request.sampling().maxTokens().orElse(Integer.MAX_VALUE);
        for (String word : ("So you ask me: " + topic).split(" ", -1)) {
            boolean stop = request.sampling().stop().contains(word) && !flawed.test(LocalFlaw.RUNS_ON);
            if (stop || words.size() >= most) {
                break;
            }
            words.add(word + " ");
        }
        return words;
    }

    private void refuse(ChatRequest request) {
        boolean files = request.messages().stream()
                .flatMap(message -> message.parts().stream())
                .anyMatch(Part.File.class::isInstance);
        boolean refused = (files && !flawed.test(LocalFlaw.TAKES_FILES))
                || (!request.tools().isEmpty() && !flawed.test(LocalFlaw.TAKES_TOOLS))
                || (!(request.format() instanceof ResponseFormat.Text) && !flawed.test(LocalFlaw.TAKES_SCHEMAS));
        if (refused) {
            throw new GatorException(CallError.UNSUPPORTED, "the toy talks and does nothing else");
        }
    }

    private record Told(Queue<ChatEvent> events) implements EventSource {
        @Override
        public @Nullable ChatEvent next() {
            return events.poll();
        }

        @Override
        public void close() {}
    }
}
