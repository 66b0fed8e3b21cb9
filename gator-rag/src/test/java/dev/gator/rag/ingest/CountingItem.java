package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.rag.document.Document;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An item that knows how often it was read. */
final class CountingItem implements Item {

    private final Document document;
    private final AtomicInteger reads = new AtomicInteger();

    CountingItem(Document document) {
        this.document = document;
    }

    Origin origin() {
        return new MixedOrigin(List.of(this));
    }

    int reads() {
        return reads.get();
    }

    @Override
    public String documentId() {
        return document.id();
    }

    @Override
    public String source() {
        return document.source();
    }

    @Override
    public String print(CallContext context) {
        return Prints.of(document);
    }

    @Override
    public Document read(CallContext context) {
        reads.incrementAndGet();
        return document;
    }
}
