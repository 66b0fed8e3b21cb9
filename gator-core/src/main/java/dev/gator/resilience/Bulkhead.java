package dev.gator.resilience;

import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;

/**
 * Bounds how many calls a model gets at once; others queue, the more urgent first, tenants in turn. Thread-safe. A stream
 * keeps its place until it ends or is closed.
 */
public final class Bulkhead implements ChatModel {

    private final ChatModel guarded;
    private final Room room;

    private Bulkhead(ChatModel guarded, Room room) {
        this.guarded = guarded;
        this.room = room;
    }

    /** Returns the model with that many places and the usual queue. */
    public static Bulkhead of(ChatModel model, int places) {
        return of(model, BulkheadPolicy.of(places));
    }

    /** Returns the model with bounded places and a bounded queue. */
    public static Bulkhead of(ChatModel model, BulkheadPolicy policy) {
        Room room = new Room(policy);
        return new Bulkhead(new GuardedChat(model::card, new Door<>(model, room)), room);
    }

    /** Returns the embedding model with bounded places and a bounded queue. */
    public static EmbeddingModel embedding(EmbeddingModel model, BulkheadPolicy policy) {
        return new GuardedEmbedding(model.card(), new Door<>(model, new Room(policy)));
    }

    /** Returns how many calls are under way. */
    public int underWay() {
        return room.taken();
    }

    /** Returns how many calls wait. */
    public int waiting() {
        return room.waiting();
    }

    @Override
    public ModelCard card() {
        return guarded.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return guarded.chat(request);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return guarded.stream(request);
    }

    private record Door<M>(M model, Room room) implements Guard<M> {

        @Override
        public String name() {
            return "bulkhead";
        }

        @Override
        public Try<M> enter(Ask ask, Span span) {
            if (room.enter(ask.context())) {
                span.note("bulkhead", "waited");
            }
            return new Inside<>(model, room);
        }
    }

    private record Inside<M>(M model, Room room) implements Try<M> {

        @Override
        public void ended(Ending ending) {
            room.leave();
        }
    }
}
