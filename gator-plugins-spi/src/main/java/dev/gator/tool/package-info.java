/**
 * Functions that a model may call: a typed description, the code behind it and the errors it can make.
 *
 * <p>{@link dev.gator.tool.Tool#of} turns a function over records into a tool; the schema comes from the record.
 */
@NullMarked
package dev.gator.tool;

import org.jspecify.annotations.NullMarked;
