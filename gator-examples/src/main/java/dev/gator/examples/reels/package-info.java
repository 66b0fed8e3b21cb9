/** A script for a short video: brief in, script, scores and reasons out, in English and Spanish, with no model at all. */
@NullMarked
package dev.gator.examples.reels;

import org.jspecify.annotations.NullMarked;
