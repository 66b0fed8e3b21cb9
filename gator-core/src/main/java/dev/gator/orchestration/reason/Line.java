package dev.gator.orchestration.reason;

/**
 * What one participant of a talk said.
 *
 * @param speaker its name
 * @param text the words
 */
public record Line(String speaker, String text) {}
