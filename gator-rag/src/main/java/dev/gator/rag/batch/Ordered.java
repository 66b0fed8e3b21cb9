package dev.gator.rag.batch;

import dev.gator.call.Owner;

/**
 * An item as a worker finds it.
 *
 * @param id its job id
 * @param owner whose it is
 * @param batch the batch it belongs to
 * @param key its name there
 * @param brief the brief as text
 * @param attempts how often it failed
 */
record Ordered(String id, Owner owner, String batch, String key, String brief, int attempts) {

    BatchItem item() {
        return BriefJson.read(key, brief);
    }
}
