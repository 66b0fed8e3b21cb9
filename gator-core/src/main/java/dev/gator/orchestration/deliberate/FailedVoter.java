package dev.gator.orchestration.deliberate;

/**
 * A voter without a vote.
 *
 * @param name who
 * @param code the stable code of what went wrong
 * @param detail what went wrong
 */
public record FailedVoter(String name, String code, String detail) {}
