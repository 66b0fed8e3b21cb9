package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import java.util.List;
import java.util.stream.Stream;

/** Items of any kind under the name of documents in memory. */
record MixedOrigin(List<Item> all) implements Origin {

    MixedOrigin {
        all = List.copyOf(all);
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public Stream<Item> items(CallContext context) {
        return all.stream();
    }
}
