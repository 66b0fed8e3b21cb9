package dev.gator.rag.recall;

import dev.gator.call.CallContext;
import dev.gator.rag.chunk.Chunker;
import dev.gator.rag.chunk.StructureChunker;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import dev.gator.store.Attributes;
import java.util.List;

/** Cuts conversations into messages, and long messages further; each piece has its message as a fact. */
final class MessageChunker implements Chunker {

    static final String NODE = "node";

    private final Chunker pieces = StructureChunker.usual();

    @Override
    public List<Chunk> cut(Document document, CallContext context) {
        return pieces.cut(document, context).stream().map(MessageChunker::named).toList();
    }

    @Override
    public String recipe() {
        return "messages 1, " + pieces.recipe();
    }

    /** The parts of a conversation stand under the id of their message, which is nothing that a model should read. */
    private static Chunk named(Chunk piece) {
        Attributes node = Attributes.none().with(NODE, piece.headings().get(0));
        return new Chunk(
                piece.id(),
                piece.documentId(),
                piece.title(),
                piece.source(),
                piece.text(),
                piece.start(),
                piece.end(),
                List.of(),
                0,
                node);
    }
}
