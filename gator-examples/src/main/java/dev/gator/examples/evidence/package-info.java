/** Answers from documents: cited, compared with each other, and honest where they say nothing. */
@NullMarked
package dev.gator.examples.evidence;

import org.jspecify.annotations.NullMarked;
