package dev.gator.store;

import dev.gator.content.MediaType;
import java.time.Instant;

/**
 * What is known about a blob without reading it.
 *
 * @param id its fingerprint
 * @param size how many bytes
 * @param type what it is
 * @param storedAt when this owner stored it first
 */
public record BlobInfo(BlobId id, long size, MediaType type, Instant storedAt) {}
