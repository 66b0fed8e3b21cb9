/**
 * Keys and tokens with a type of their own, so that no log, message or debugger prints them by accident.
 */
@NullMarked
package dev.gator.secret;

import org.jspecify.annotations.NullMarked;
