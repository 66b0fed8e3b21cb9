/** Bulk ingestion on a cluster that the application has. Compiled and run only with the profile {@code spark}. */
@NullMarked
package dev.gator.spark;

import org.jspecify.annotations.NullMarked;
