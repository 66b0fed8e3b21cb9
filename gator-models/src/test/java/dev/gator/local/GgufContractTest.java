package dev.gator.local;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.tck.LocalChatModelContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufContractTest implements LocalChatModelContract {

    @TempDir
    static Path folder;

    private static GgufModel model;

    @BeforeAll
    static void open() {
        model = GgufModel.builder(TinyGguf.saying("The old town lies on a hill above this river.")
                        .write(folder.resolve("basel.gguf")))
                .threads(1)
                .build();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Override
    public ChatModel model() {
        return model;
    }

    /** The file of the test recites one text whatever it is asked; another file gives another answer. */
    @Override
    @Test
    public void answersDifferentQuestionsDifferently() {
        try (GgufModel other =
                GgufModel.open(TinyGguf.saying("Mix rye flour with warm water.").write(folder.resolve("bread.gguf")))) {
            ChatRequest request = question();
            assertNotEquals(model.chat(request).text(), other.chat(request).text());
        }
    }
}
