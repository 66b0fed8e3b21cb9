package dev.gator;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.error.GatorException;
import dev.gator.observe.SpanKind;

/** A reranker as the front door hands it out. */
record GuardedReranker(Reranker model, House house) implements Reranker {

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public RerankReply rerank(RerankRequest request) {
        try (InFlight.Call call = house.inFlight().enter(request.context().cancellation())) {
            CallContext context = house.admit(request.context()).withCancellation(call.cancellation());
            context.check();
            Span span = context.open(SpanKind.EMBED, model.id());
            try {
                RerankReply reply = model.rerank(request.withContext(span.context()));
                span.end(reply.usage(), reply.cost());
                return reply;
            } catch (GatorException e) {
                throw span.failed(e);
            }
        }
    }
}
