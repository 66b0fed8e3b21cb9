package dev.gator;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.call.Spending;
import dev.gator.chat.TokenCounter;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Usage;

/** An embedding model as the front door hands it out. */
record GuardedEmbedding(EmbeddingModel model, House house) implements EmbeddingModel {

    @Override
    public EmbeddingCard card() {
        return model.card();
    }

    @Override
    public EmbeddingReply embed(EmbeddingRequest request) {
        try (InFlight.Call call = house.inFlight().enter(request.context().cancellation())) {
            CallContext context = house.admit(request.context()).withCancellation(call.cancellation());
            context.check();
            Spending.Reservation reservation = house.reserve(context, estimate(request));
            Span span = context.open(SpanKind.EMBED, model.card().id());
            try {
                EmbeddingReply reply = model.embed(request.withContext(span.context()));
                reservation.settle(reply.usage(), reply.cost());
                span.end(reply.usage(), reply.cost());
                return reply;
            } catch (GatorException e) {
                reservation.release();
                throw span.failed(e);
            }
        }
    }

    private Spending.Estimate estimate(EmbeddingRequest request) {
        long tokens = request.texts().stream()
                .mapToLong(TokenCounter.estimate()::count)
                .sum();
        Usage usage = Usage.estimated(tokens, 0);
        return new Spending.Estimate(
                model.card().id(), usage, model.card().pricing().map(prices -> prices.cost(usage)));
    }
}
