package dev.gator.tck;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every chat model on this machine must do, as tests that drive the real engine: the same as {@link
 * ChatModelContract} without what needs a wire. A test class says how to get the model.
 */
@ExtendWith(ContractWatch.class)
@Timeout(120)
public interface LocalChatModelContract extends LocalChatTests {

    /** Returns the model under test; may return the same one every time, and closes it itself if it must. */
    @Override
    ChatModel model();

    /** Returns whether the same request gets the same answer; models that cannot do so say {@code false}. */
    @Override
    default boolean deterministic() {
        return true;
    }

    /** Returns a short request that the model answers with several words. */
    @Override
    default ChatRequest question() {
        return ChatRequest.builder()
                .system("You are Maya, a cheerful guide.")
                .user("Tell me something about the old town of Basel.")
                .maxTokens(48)
                .build();
    }
}
