/**
 * Lets models call tools: a bounded loop around a model that runs what it asks for, in parallel, each call with its own time
 * limit, and tells it the results or what was wrong.
 *
 * <p>Tools that change something need approval once the conversation contains text that a stranger may have written.
 */
@NullMarked
package dev.gator.tools;

import org.jspecify.annotations.NullMarked;
