/**
 * What people talk about: mentions come from a source that the application names, bursts among them are trends, and scripts are
 * measured by the trends they take up.
 */
@NullMarked
package dev.gator.rag.learn.trend;

import org.jspecify.annotations.NullMarked;
