/**
 * What remote chat providers have in common, whatever they speak: a request on its way with the warnings it collects, and
 * an answer that is told event by event.
 *
 * <p>Whole answers and streams are told through the same {@link dev.gator.provider.chat.AnswerTeller}, so that they cannot
 * differ.
 */
@NullMarked
package dev.gator.provider.chat;

import org.jspecify.annotations.NullMarked;
