package dev.gator.plugin;

/**
 * Another plugin that a plugin needs.
 *
 * @param id its id
 * @param versions which versions will do
 */
public record PluginDependency(String id, VersionRange versions) {

    /** Checks the id. */
    public PluginDependency {
        PluginManifest.checkedId(id);
    }
}
