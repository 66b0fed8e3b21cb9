/**
 * Errors that carry facts: one root exception, a stable code, a small category and a remedy.
 *
 * <p>Each module lists its codes in an enum that implements {@link dev.gator.error.ErrorCode}. The reference page of all
 * codes is generated from those enums, so it cannot drift from the code.
 */
@NullMarked
package dev.gator.error;

import org.jspecify.annotations.NullMarked;
