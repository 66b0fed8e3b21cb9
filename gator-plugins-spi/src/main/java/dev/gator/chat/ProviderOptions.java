package dev.gator.chat;

/**
 * Settings that only one provider has. Each provider that has some offers a record of its own; others ignore it.
 */
public interface ProviderOptions {}
