package dev.gator.tck;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;

/** The two ways of asking a model. */
enum Way {
    /** Waiting for the whole answer. */
    CHAT {
        @Override
        ChatReply ask(ChatModel model, ChatRequest request) {
            return model.chat(request);
        }
    },
    /** Reading the answer while it comes. */
    STREAM {
        @Override
        ChatReply ask(ChatModel model, ChatRequest request) {
            try (ChatStream stream = model.stream(request)) {
                return stream.reply();
            }
        }
    };

    abstract ChatReply ask(ChatModel model, ChatRequest request);
}
