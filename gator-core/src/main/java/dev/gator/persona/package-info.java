/**
 * Who speaks: a persona is an immutable, versioned value with bounds on every field, from its name to the phrases it never
 * says. Every edit makes a new version, and stores keep them all.
 *
 * <p>A persona is data, not a prompt. {@code dev.gator.prompt} turns it into a system message, and adds what no persona can
 * change: that it is an AI.
 */
@NullMarked
package dev.gator.persona;

import org.jspecify.annotations.NullMarked;
