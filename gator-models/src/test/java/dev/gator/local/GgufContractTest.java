package dev.gator.local;

import dev.gator.chat.ChatModel;
import dev.gator.inprocess.InProcessChatContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class GgufContractTest implements InProcessChatContract {

    @TempDir
    static Path folder;

    private static GgufModel model;

    @BeforeAll
    static void open() {
        model = GgufModel.builder(TinyGguf.saying("Stone by stone they hand it down to the ground.")
                        .write(folder.resolve("bridge.gguf")))
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
}
