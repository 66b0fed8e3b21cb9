package dev.gator.rag.batch;

/**
 * An item that was given up.
 *
 * @param key the item
 * @param reason the code of the last error and what it says
 * @param attempts how often it was tried
 */
public record FailedItem(String key, String reason, int attempts) {}
