package dev.gator.resilience.cache;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.TokenCounter;
import dev.gator.embed.EmbeddingModel;
import dev.gator.observe.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * Answers equal requests of one owner from memory; equal are model, messages, files, tools, schema, sampling, reasoning,
 * provider options, overriding model and address, and the version of the configuration. Thread-safe.
 *
 * <p>A hit reports no usage and no cost. Equal requests at the same time ask once: the others wait for the first, except
 * that a stream is only ever waited for once it is complete. Errors, withheld and broken-off answers are never kept. A
 * hit is streamed in one piece.
 */
public final class Cached implements ChatModel {

    private final ChatModel model;
    private final CachePolicy policy;
    private final Fingerprint prints = new Fingerprint();
    private final Shelf<ChatReply> shelf;
    private final InFlight inFlight = new InFlight();

    private Cached(ChatModel model, CachePolicy policy) {
        this.model = model;
        this.policy = policy;
        this.shelf = new Shelf<>(policy);
    }

    /** Returns the model behind a cache of an hour and 1,000 replies. */
    public static Cached of(ChatModel model) {
        return of(model, CachePolicy.defaults());
    }

    /** Returns the model behind a cache. */
    public static Cached of(ChatModel model, CachePolicy policy) {
        return new Cached(model, policy);
    }

    /** Returns the embedding model behind a cache that knows each text by itself, so that batches may overlap. */
    public static EmbeddingModel embedding(EmbeddingModel model, CachePolicy policy) {
        return new CachedEmbedding(model, policy);
    }

    /** Returns the counter behind a cache of longer texts; worth it for real tokenizers. */
    public static TokenCounter counting(TokenCounter counter, CachePolicy policy) {
        return new CachedCounter(counter, policy);
    }

    /** Forgets every reply, as a change of the configuration demands. */
    public void invalidateAll() {
        shelf.forgetAll();
    }

    /** Forgets the replies of one tenant. */
    public void invalidate(String tenant) {
        shelf.forget(tenant);
    }

    /** Returns how many replies are kept. */
    public long size() {
        return shelf.size();
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        request.context().check();
        CacheKey key = key(request);
        Span span = request.context().open(SpanKind.GUARD, "cache");
        try {
            ChatReply kept = shelf.find(key);
            ChatReply reply = kept == null ? ask(key, request, span) : hit(kept, span);
            span.end();
            return reply;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        request.context().check();
        CacheKey key = key(request);
        Span span = request.context().open(SpanKind.GUARD, "cache");
        try {
            ChatReply kept = keptOrUnderWay(key, request);
            if (kept != null) {
                ChatReply reply = hit(kept, span);
                span.end();
                return ChatStream.of(reply);
            }
            span.note("cache", "miss");
            ChatStream stream = model.stream(in(span.context(), request));
            return ChatStream.over(new KeepingSource(stream, span, reply -> keep(key, reply)), request.context());
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    private @Nullable ChatReply keptOrUnderWay(CacheKey key, ChatRequest request) {
        ChatReply kept = shelf.find(key);
        return kept == null ? inFlight.join(key, request.context()) : kept;
    }

    private ChatReply ask(CacheKey key, ChatRequest request, Span span) {
        boolean[] joined = {false};
        ChatReply reply = inFlight.ask(
                key,
                span.context(),
                () -> {
                    span.note("cache", "miss");
                    ChatReply fresh = model.chat(in(span.context(), request));
                    keep(key, fresh);
                    return fresh;
                },
                () -> joined[0] = true);
        return joined[0] ? hit(reply, span) : reply;
    }

    private void keep(CacheKey key, ChatReply reply) {
        if (Replies.isWorthKeeping(reply, policy)) {
            shelf.keep(key, reply);
        }
    }

    private static ChatReply hit(ChatReply kept, Span span) {
        span.note("cache", "hit");
        return Replies.free(kept);
    }

    private static ChatRequest in(CallContext context, ChatRequest request) {
        return context == request.context() ? request : request.withContext(context);
    }

    private CacheKey key(ChatRequest request) {
        String print = prints.of(model.card().id(), policy.version(), request, request.messages());
        return new CacheKey(policy.owner(request.context()), print);
    }
}
