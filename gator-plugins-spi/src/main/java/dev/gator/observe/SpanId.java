package dev.gator.observe;

/**
 * Where a span stands in its trace.
 *
 * @param trace the id shared by everything that one call from outside causes
 * @param id unique within the trace, greater than zero
 * @param parent the enclosing span, or zero for the outermost
 */
public record SpanId(String trace, long id, long parent) {}
