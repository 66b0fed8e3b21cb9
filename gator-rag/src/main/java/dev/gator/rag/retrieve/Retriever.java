package dev.gator.rag.retrieve;

import dev.gator.call.CallContext;
import java.util.List;

/** Finds evidence. Implementations are thread-safe, obey the context's owner, deadline and cancellation. */
@FunctionalInterface
public interface Retriever {

    /** Returns the evidence of the context's owner for a question, best first; empty if there is none. */
    List<Evidence> find(String question, CallContext context);

    /** Finds evidence and says how, as far as this retriever can tell. */
    default Retrieved retrieve(String question, CallContext context) {
        return new Retrieved(find(question, context), new RetrievalTrace(List.of(), false));
    }
}
