package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.rag.document.Document;
import dev.gator.store.Attributes;
import java.util.stream.Stream;

record OriginWithFacts(Origin origin, Attributes more) implements Origin {

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public Stream<Item> items(CallContext context) {
        return origin.items(context).map(item -> new ItemWithFacts(item, more));
    }

    private record ItemWithFacts(Item item, Attributes more) implements Item {

        @Override
        public String documentId() {
            return item.documentId();
        }

        @Override
        public String source() {
            return item.source();
        }

        @Override
        public String print(CallContext context) {
            return Prints.of(item.print(context), Prints.of(more));
        }

        @Override
        public Document read(CallContext context) {
            Document document = item.read(context);
            Attributes all = document.facts();
            for (String name : more.names()) {
                all = all.with(name, more.get(name).orElseThrow());
            }
            return document.with(all);
        }
    }
}
