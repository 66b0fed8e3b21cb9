package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Document;

/** An item that cannot be read. */
record BrokenItem(String source) implements Item {

    @Override
    public String documentId() {
        return Document.idOf(source);
    }

    @Override
    public String print(CallContext context) {
        return "broken";
    }

    @Override
    public Document read(CallContext context) {
        throw new GatorException(CallError.ATTACHMENT_UNREADABLE, "broken");
    }
}
