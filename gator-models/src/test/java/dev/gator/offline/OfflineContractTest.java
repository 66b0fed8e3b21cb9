package dev.gator.offline;

import dev.gator.chat.ChatModel;
import dev.gator.inprocess.InProcessChatContract;

class OfflineContractTest implements InProcessChatContract {

    @Override
    public ChatModel model() {
        return OfflineWriter.create();
    }
}
