package dev.gator.store;

import dev.gator.call.TimeSource;
import dev.gator.tck.store.KeyValueStoreContract;

class InMemoryKeyValueStoreTest extends KeyValueStoreContract {

    @Override
    protected KeyValueStore open(TimeSource time) {
        return KeyValueStore.inMemory(time);
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
