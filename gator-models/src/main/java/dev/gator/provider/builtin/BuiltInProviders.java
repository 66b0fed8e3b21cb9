package dev.gator.provider.builtin;

import dev.gator.local.LocalModels;
import dev.gator.offline.OfflineModels;
import dev.gator.plugin.Contributions;
import dev.gator.plugin.GatorPlugin;
import dev.gator.plugin.PluginManifest;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.anthropic.Anthropic;
import dev.gator.provider.cohere.Cohere;
import dev.gator.provider.gemini.Gemini;
import dev.gator.provider.ollama.Ollama;
import dev.gator.provider.openai.OpenAiCompatible;
import java.util.ArrayList;
import java.util.List;

/** Offers every provider of this module: the offline writer, models on this machine, and the remote services. */
public final class BuiltInProviders implements GatorPlugin {

    /** Creates the plugin; the service loader does. */
    public BuiltInProviders() {}

    /** Returns the factories, one for each name before the colon in model ids. */
    public static List<ProviderFactory> factories() {
        List<ProviderFactory> all = new ArrayList<>();
        all.add(OfflineModels.factory());
        all.add(LocalModels.factory());
        for (OpenAiCompatible service : OpenAiCompatible.values()) {
            all.add(service.factory());
        }
        all.add(Anthropic.factory());
        all.add(Gemini.factory());
        all.add(Cohere.factory());
        all.add(Ollama.factory());
        return List.copyOf(all);
    }

    @Override
    public PluginManifest manifest() {
        return PluginManifest.of("dev.gator.providers", "Built-in providers", "0.1.0")
                .description("OpenAI and compatible services, and every other remote provider that comes with Gator")
                .build();
    }

    @Override
    public void contribute(Contributions contributions) {
        factories().forEach(contributions::provider);
    }
}
