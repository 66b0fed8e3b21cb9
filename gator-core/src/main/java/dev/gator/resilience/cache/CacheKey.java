package dev.gator.resilience.cache;

import dev.gator.call.Owner;

/** Whose entry, and for what. */
record CacheKey(Owner owner, String fingerprint) {}
