/** The first journey: a persona that answers, streamed, with nothing configured. */
@NullMarked
package dev.gator.examples.firstanswer;

import org.jspecify.annotations.NullMarked;
