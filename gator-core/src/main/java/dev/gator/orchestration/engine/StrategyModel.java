package dev.gator.orchestration.engine;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Span;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A chat model that answers by a strategy. Its card has what all members have; its streams tell the stages first and then
 * the answer; the usage and cost of its replies are those of all calls together.
 *
 * <pre>{@code
 * ChatModel twice = StrategyModel.of("twice", List.of(model), run -> {
 *     ChatReply draft = run.ask("draft", model, run.request());
 *     return Ending.spokenBy(model, Stages.closing(run.request(), "Improve this draft.", Material.of("draft", draft)));
 * });
 * }</pre>
 */
public final class StrategyModel implements ChatModel {

    private static final int LONGEST_ID = 120;

    private final String name;
    private final ModelCard card;
    private final Strategy strategy;

    private StrategyModel(String name, ModelCard card, Strategy strategy) {
        this.name = name;
        this.card = card;
        this.strategy = strategy;
    }

    /** Returns a model that answers by that strategy with the help of these members. */
    public static StrategyModel of(String name, Collection<? extends ChatModel> members, Strategy strategy) {
        Require.text("strategy name", name);
        List<ModelCard> cards = members.stream().map(ChatModel::card).toList();
        String ids = new LinkedHashSet<>(cards)
                .stream().map(ModelCard::id).distinct().collect(Collectors.joining("+"));
        String id = name + ":" + ids;
        ModelCard card = ModelCard.across(id.substring(0, Math.min(id.length(), LONGEST_ID)), cards);
        return new StrategyModel(name, card, strategy);
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return perform(request, run -> run.bill().onto(finish(run, strategy.perform(run))));
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return ChatStream.over(new RunSource(this, request), request.context());
    }

    /** Runs other work than the strategy's own, for calls with a typed result. */
    public <T> T perform(ChatRequest request, Function<Run, T> work) {
        return perform(request, progress -> {}, work);
    }

    <T> T perform(ChatRequest request, Consumer<ChatEvent.Progress> audience, Function<Run, T> work) {
        CallContext outer = request.context();
        outer.check();
        Span span = outer.open(SpanKind.STRATEGY, name);
        Cancellation.Child stop = outer.cancellation().child();
        try {
            CallContext inner = span.context().withCancellation(stop.cancellation());
            T result = work.apply(new Run(request.withContext(inner), span, new Bill(), audience));
            span.end();
            return result;
        } catch (RuntimeException e) {
            throw span.failed(Defects.asGator(e));
        } finally {
            stop.close();
            stop.cancellation().cancel();
        }
    }

    Strategy strategy() {
        return strategy;
    }

    private static ChatReply finish(Run run, Ending ending) {
        if (ending instanceof Ending.Spoken spoken) {
            return run.ask("answer", spoken.model(), spoken.request());
        }
        return ((Ending.Told) ending).reply();
    }
}
