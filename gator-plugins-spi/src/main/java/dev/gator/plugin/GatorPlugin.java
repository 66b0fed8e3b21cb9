package dev.gator.plugin;

/**
 * An extension. The class is public with a public constructor without parameters, and is named in
 * {@code META-INF/services/dev.gator.plugin.GatorPlugin}. Its constructor does nothing.
 *
 * <pre>{@code
 * public final class WeatherPlugin implements GatorPlugin {
 *     public PluginManifest manifest() {
 *         return PluginManifest.of("acme.weather", "Weather", "1.0.0").permission("http:api.example.com").build();
 *     }
 *
 *     public void contribute(Contributions contributions) {
 *         contributions.tool(Tool.of("weather", "Tells the weather of a city", City.class, this::lookup));
 *     }
 * }
 * }</pre>
 */
public interface GatorPlugin {

    /** Returns who it is; always the same. */
    PluginManifest manifest();

    /** Hands in its parts. Reaches no network. Called once, before {@link #start()}. */
    void contribute(Contributions contributions);

    /** Begins work of its own, if it has any. Called once, when everything that it depends on has started. */
    default void start() {}

    /** Ends work of its own and lets go of everything. Called once, before what it depends on is stopped. */
    default void stop() {}
}
