/**
 * What is kept: conversations, vectors, files, small facts and jobs.
 *
 * <p>Every method blocks and takes the {@link dev.gator.call.Owner}, and an owner is part of every key: what one owner
 * keeps, no other owner finds, lists, counts, changes or deletes. {@code erase} removes everything of a user, or of a
 * tenant with all its users. Each interface has a reference implementation in memory and a contract test in
 * {@code dev.gator.tck.store} that every other implementation passes too. Stores are thread-safe and throw only
 * {@link dev.gator.error.GatorException}.
 */
@NullMarked
package dev.gator.store;

import org.jspecify.annotations.NullMarked;
