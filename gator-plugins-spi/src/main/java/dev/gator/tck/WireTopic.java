package dev.gator.tck;

/** What a request is about, as far as its method and path tell. */
public enum WireTopic {
    /** A chat whose answer comes whole. */
    CHAT,
    /** A chat whose answer is streamed. */
    CHAT_STREAM,
    /** Texts to be turned into vectors. */
    EMBED,
    /** Documents to be ordered. */
    RERANK,
    /** Which models there are. */
    MODELS,
    /** Whether the service is well. */
    HEALTH,
    /** Nothing that the service offers; a client that sends this has the wrong path. */
    OTHER;

    /** Returns whether it is a chat, streamed or not. */
    public boolean isChat() {
        return this == CHAT || this == CHAT_STREAM;
    }
}
