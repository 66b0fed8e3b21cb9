package dev.gator.store;

/**
 * A message that was found.
 *
 * @param conversation where
 * @param node which message
 * @param snippet some words around the first match
 * @param score how well it fits; comparable within one search only
 */
public record MessageHit(ConversationId conversation, NodeId node, String snippet, double score) {}
