package dev.gator.store;

import dev.gator.call.TimeSource;
import dev.gator.tck.store.ConversationStoreContract;

class InMemoryConversationStoreTest extends ConversationStoreContract {

    @Override
    protected ConversationStore open(TimeSource time) {
        return ConversationStore.inMemory(time);
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
