/** The third journey: several models, one answer: routed, voted on, debated, under one budget, and explained. */
@NullMarked
package dev.gator.examples.deliberation;

import org.jspecify.annotations.NullMarked;
