package dev.gator.local;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Warning;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Computes one answer from the prompt to the last event. */
final class GgufRun {

    private static final String PLAIN_STOP = "\nuser:";

    private final ChatRequest request;
    private final ModelCard card;
    private final GgufHeader header;
    private final GgufSource source;

    GgufRun(ChatRequest request, ModelCard card, GgufHeader header, GgufSource source) {
        this.request = request;
        this.card = card;
        this.header = header;
        this.source = source;
    }

    void on(GgufEngine engine, BooleanSupplier closing) {
        List<GgufTurn> turns = new GgufPrompt(header.controlTokens()).turns(request);
        Optional<String> rendered = header.chatTemplate()
                .flatMap(template -> engine.render(template, turns))
                .or(() -> knowsChatMl() ? engine.render("chatml", turns) : Optional.empty());
        int[] prompt = engine.tokenize(rendered.orElseGet(() -> plain(turns)));
        source.tell(new ChatEvent.Started("", card.id(), warnings()));
        List<String> stops = request.sampling().stop();
        if (rendered.isEmpty()) {
            stops = Stream.concat(stops.stream(), Stream.of(PLAIN_STOP)).toList();
        }
        generate(engine, prompt, stops, () -> closing.getAsBoolean() || stopped());
    }

    private void generate(GgufEngine engine, int[] prompt, List<String> stops, BooleanSupplier stop) {
        GgufAnswer answer = new GgufAnswer(stops, !GgufGrammar.offered(request).isEmpty(), source::tell);
        long seed = request.sampling()
                .seed()
                .orElseGet(() -> request.context().time().nanos());
        TokenChoice choice = new TokenChoice(request.sampling(), seed, GgufGrammar.of(request));
        int most = Math.min(request.sampling().maxTokens().orElse(Integer.MAX_VALUE), engine.window() - prompt.length);
        int made = 0;
        boolean complete = false;
        try (GgufEngine.Generation generation = engine.begin(prompt, choice, stop)) {
            while (made < most && !complete) {
                byte[] piece = generation.next();
                if (piece == null) {
                    complete = true;
                } else {
                    made++;
                    complete = !answer.accept(piece);
                }
            }
        }
        FinishReason finish = answer.finish(complete);
        Usage usage = Usage.reported(prompt.length, made);
        source.tell(new ChatEvent.Finished(finish, usage, card.cost(usage)));
    }

    private boolean stopped() {
        return source.isClosed()
                || request.context().cancellation().isCancelled()
                || request.context().deadline().isPast();
    }

    private boolean knowsChatMl() {
        return header.controlTokens().contains("<|im_start|>");
    }

    private static String plain(List<GgufTurn> turns) {
        StringBuilder text = new StringBuilder();
        turns.forEach(turn ->
                text.append(turn.role()).append(": ").append(turn.content()).append('\n'));
        return text.append("assistant:").toString();
    }

    private List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        request.reasoning()
                .ifPresent(how -> warnings.add(new Warning("reasoning", "a local model thinks as it was trained to")));
        if (!request.overrides().isEmpty()) {
            warnings.add(new Warning("overrides", "a local model is one file without key or address"));
        }
        return warnings;
    }
}
