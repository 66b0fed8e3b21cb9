package dev.gator.rag.batch;

import dev.gator.error.Require;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ScriptRequest;

/**
 * One script to be made.
 *
 * @param key its name within the batch, 1 to 100 characters; ordering the same key again is the same item
 * @param brand who speaks
 * @param request what is wanted
 */
public record BatchItem(String key, BrandProfile brand, ScriptRequest request) {

    /** Checks the key. */
    public BatchItem {
        Require.length("item key", Require.text("item key", key), 1, 100);
    }
}
