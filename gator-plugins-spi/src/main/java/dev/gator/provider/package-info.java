/**
 * Where models come from: providers make them by name, tell which there are, and say whether they are well.
 *
 * <p>A provider is registered by a plugin as a {@link dev.gator.provider.ProviderFactory}; the built-in ones use the same
 * door.
 */
@NullMarked
package dev.gator.provider;

import org.jspecify.annotations.NullMarked;
