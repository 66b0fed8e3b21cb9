package dev.gator.rag.script;

/**
 * An example that fits a brief.
 *
 * @param id its name in the store
 * @param example the example
 * @param similarity how well it fits, 0 to 1
 */
public record FoundExample(String id, ReelExample example, double similarity) {}
