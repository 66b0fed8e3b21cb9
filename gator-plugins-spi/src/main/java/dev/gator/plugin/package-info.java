/**
 * Extending Gator. A {@link dev.gator.plugin.GatorPlugin} says who it is in a {@link dev.gator.plugin.PluginManifest} and
 * hands its parts to {@link dev.gator.plugin.Contributions}; the host decides what it may do.
 *
 * <p>Plugins are found through {@link java.util.ServiceLoader}, that is, by a file
 * {@code META-INF/services/dev.gator.plugin.GatorPlugin}; the built-in providers come in by the same door. Plugins act
 * before the flow, by what they contribute, or at typed hooks that let pass, replace or veto. Sealing, disclosure and
 * consent are no hooks: nothing that a plugin does comes after them.
 */
@NullMarked
package dev.gator.plugin;

import org.jspecify.annotations.NullMarked;
