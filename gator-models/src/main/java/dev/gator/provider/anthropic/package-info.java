/**
 * Anthropic's models over the messages API.
 *
 * <p>{@link dev.gator.provider.anthropic.Anthropic} is the provider,
 * {@link dev.gator.provider.anthropic.AnthropicOptions} holds what no other service has. Requests are written by a writer,
 * events and whole messages are read by one reader. What a model takes follows from the version in its name: that decides
 * between thinking by budget and by effort, between schemas and a demanded tool, and which sampling is refused.
 */
@NullMarked
package dev.gator.provider.anthropic;

import org.jspecify.annotations.NullMarked;
