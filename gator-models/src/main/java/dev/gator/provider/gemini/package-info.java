/**
 * Google's Gemini models over {@code generateContent}.
 *
 * <p>{@link dev.gator.provider.gemini.Gemini} is the provider, {@link dev.gator.provider.gemini.GeminiOptions} holds what no
 * other service has. A streamed answer consists of pieces that look like whole answers, so one reader reads both; it is
 * complete when a piece has said why the model stopped. The key travels in a header, never in the address.
 */
@NullMarked
package dev.gator.provider.gemini;

import org.jspecify.annotations.NullMarked;
