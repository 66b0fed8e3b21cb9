package dev.gator.chat;

/**
 * A setting that the model ignores.
 *
 * @param setting which one, such as {@code seed}
 * @param reason why
 */
public record Warning(String setting, String reason) {}
