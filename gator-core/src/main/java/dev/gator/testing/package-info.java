/**
 * What a test of an application that uses Gator needs: models that say what the test tells them, a clock whose hands the
 * test turns, and an observer that keeps what it sees. Nothing here sleeps or reaches a network.
 *
 * <p>These are ordinary implementations of the contract, not mocks: they honour deadlines and cancellation, stream in
 * pieces and count tokens.
 */
@NullMarked
package dev.gator.testing;

import org.jspecify.annotations.NullMarked;
