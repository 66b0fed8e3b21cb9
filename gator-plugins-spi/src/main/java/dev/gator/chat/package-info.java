/**
 * Talking to a model: requests, replies, streams of typed events, and the cards that say what a model can do.
 *
 * <p>{@link dev.gator.chat.ChatModel} is the type that everything implements: a remote model, one on this machine, and
 * every strategy over several models. All values here are immutable.
 */
@NullMarked
package dev.gator.chat;

import org.jspecify.annotations.NullMarked;
