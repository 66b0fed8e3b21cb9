/**
 * OpenAI, and every service that speaks its language.
 *
 * <p>{@link dev.gator.provider.openai.OpenAi} is the provider; {@link dev.gator.provider.openai.OpenAiCompatible} lists the
 * other services as data: address, name of the key, and what they do differently. Chat completions and the responses API
 * are two wire formats of the same model; requests are written by a writer, answers read by a reader, streams by a source.
 */
@NullMarked
package dev.gator.provider.openai;

import org.jspecify.annotations.NullMarked;
