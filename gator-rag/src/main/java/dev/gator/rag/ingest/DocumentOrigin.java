package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.error.Require;
import dev.gator.rag.document.Document;
import java.util.List;
import java.util.stream.Stream;

record DocumentOrigin(String name, List<Document> documents) implements Origin {

    DocumentOrigin {
        Require.text("name of the origin", name);
        documents = List.copyOf(documents);
    }

    @Override
    public Stream<Item> items(CallContext context) {
        return documents.stream().map(Known::new);
    }

    private record Known(Document document) implements Item {

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
            return document;
        }
    }
}
