package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.call.Span;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.observe.SpanKind;
import dev.gator.rag.document.Chunk;
import dev.gator.store.CollectionName;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.util.ArrayList;
import java.util.List;

/** The documents that one worker has read and not yet written: small ones together, so that the model is asked less often. */
final class Batch {

    private static final int PIECES = 64;
    private static final int TEXTS_PER_CALL = 256;
    private static final int PIECES_PER_FLUSH = 1_000;

    private final VectorStore store;
    private final CollectionName collection;
    private final Ingestor.Settings settings;
    private final Tally tally;
    private final CallContext context;
    private final List<Draft> drafts = new ArrayList<>();
    private int pieces;
    private int unflushed;

    Batch(VectorStore store, CollectionName collection, Ingestor.Settings settings, Tally tally, CallContext context) {
        this.store = store;
        this.collection = collection;
        this.settings = settings;
        this.tally = tally;
        this.context = context;
    }

    void add(Draft draft) {
        drafts.add(draft);
        pieces += draft.chunks().size();
        if (pieces >= PIECES) {
            write();
        }
    }

    void write() {
        if (drafts.isEmpty()) {
            return;
        }
        Span span = context.open(SpanKind.STEP, "ingest batch");
        try {
            span.note("size", () -> drafts.size() + " documents, " + pieces + " pieces");
            write(List.copyOf(drafts), span.context());
            span.end();
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
        flushNowAndThen();
        drafts.clear();
        pieces = 0;
    }

    /** Writes documents; if the model refuses their words, each by itself, so that only those fail that are to blame. */
    private void write(List<Draft> some, CallContext own) {
        List<Ready> ready = some.stream()
                .map(draft -> new Ready(draft, pieces(draft, own.owner())))
                .toList();
        try {
            embed(ready.stream().flatMap(one -> one.pieces.stream()).toList(), own);
        } catch (GatorException e) {
            if (!IngestRun.isAboutTheText(e)) {
                throw e;
            }
            if (some.size() == 1) {
                tally.failed(some.get(0).source(), e);
            } else {
                some.forEach(draft -> write(List.of(draft), own));
            }
            return;
        }
        store(ready, own.owner());
    }

    private void store(List<Ready> ready, Owner owner) {
        List<VectorRecord> records = new ArrayList<>();
        for (Ready one : ready) {
            one.pieces.forEach(piece -> records.add(piece.record(one.draft.edition())));
        }
        store.upsert(owner, collection, records);
        for (Ready one : ready) {
            Draft draft = one.draft;
            if (draft.known()) {
                tally.removed(store.delete(owner, collection, draft.edition().others()));
            }
            int reused = (int) one.pieces.stream().filter(Piece::isReused).count();
            tally.stored(draft.source(), draft.known(), one.pieces.size(), reused);
        }
    }

    private List<Piece> pieces(Draft draft, Owner owner) {
        List<Piece> all = new ArrayList<>();
        for (Chunk chunk : draft.chunks()) {
            Piece piece = new Piece(chunk);
            settings.model().ifPresent(model -> piece.describe(model.card().id()));
            if (draft.known() && settings.model().isPresent()) {
                store.get(owner, collection, chunk.id()).ifPresent(piece::reuse);
            }
            all.add(piece);
        }
        return all;
    }

    private void embed(List<Piece> all, CallContext own) {
        if (settings.model().isEmpty()) {
            return;
        }
        EmbeddingModel model = settings.model().get();
        List<Piece> bare = all.stream().filter(piece -> !piece.isReused()).toList();
        for (int from = 0; from < bare.size(); from += TEXTS_PER_CALL) {
            List<Piece> some = bare.subList(from, Math.min(bare.size(), from + TEXTS_PER_CALL));
            List<String> texts = some.stream().map(Piece::text).toList();
            CachedEmbeddings.Answer answer =
                    ask(model, EmbeddingRequest.of(texts).withContext(own));
            tally.embedded(answer);
            for (int i = 0; i < some.size(); i++) {
                some.get(i).mean(answer.reply().embeddings().get(i));
            }
        }
    }

    private static CachedEmbeddings.Answer ask(EmbeddingModel model, EmbeddingRequest request) {
        if (model instanceof CachedEmbeddings cached) {
            return cached.answer(request);
        }
        EmbeddingReply reply = model.embed(request);
        if (reply.embeddings().size() != request.texts().size()) {
            throw new GatorException(
                    IngestError.WRONG_COUNT,
                    reply.model() + " gave " + reply.embeddings().size() + " vectors for "
                            + request.texts().size() + " texts");
        }
        return new CachedEmbeddings.Answer(reply, request.texts().size());
    }

    /** Makes durable what is written, often enough that a run which is killed repeats little, and seldom enough to cost little. */
    private void flushNowAndThen() {
        unflushed += pieces;
        if (unflushed >= PIECES_PER_FLUSH) {
            store.flush(context.owner(), collection);
            unflushed = 0;
        }
    }

    private record Ready(Draft draft, List<Piece> pieces) {}
}
