package dev.gator.chat;

/**
 * Something that answers. Implementations are thread-safe.
 *
 * <p>Both ways of asking obey the deadline and cancellation of {@link ChatRequest#context()}, throw only
 * {@link dev.gator.error.GatorException}, and give the same reply for the same answer of the model.
 */
public interface ChatModel {

    /** Returns what this model is and can do. Constant time, no network. */
    ModelCard card();

    /** Asks and waits for the whole reply. */
    ChatReply chat(ChatRequest request);

    /** Asks and returns the reply while it is being made. The caller closes the stream. */
    ChatStream stream(ChatRequest request);

    /** Asks one question and returns the text of the answer. */
    default String chat(String question) {
        return chat(ChatRequest.of(question)).text();
    }

    /** Asks one question and returns the answer while it is being made. The caller closes the stream. */
    default ChatStream stream(String question) {
        return stream(ChatRequest.of(question));
    }
}
