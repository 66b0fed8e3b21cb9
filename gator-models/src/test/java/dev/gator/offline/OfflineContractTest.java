package dev.gator.offline;

import dev.gator.chat.ChatModel;
import dev.gator.tck.LocalChatModelContract;

class OfflineContractTest implements LocalChatModelContract {

    @Override
    public ChatModel model() {
        return OfflineWriter.create();
    }
}
