package dev.gator.store;

import dev.gator.call.TimeSource;
import dev.gator.tck.store.BlobStoreContract;

class InMemoryBlobStoreTest extends BlobStoreContract {

    @Override
    protected BlobStore open(TimeSource time) {
        return BlobStore.inMemory(time);
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
