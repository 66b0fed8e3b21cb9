/**
 * Talking to a persona: a conversation takes one turn at a time, keeps what was said, cuts what no longer fits into the
 * model's window, and never keeps half a turn.
 */
@NullMarked
package dev.gator.conversation;

import org.jspecify.annotations.NullMarked;
