package dev.gator.plugin;

import dev.gator.consent.ConsentVerifier;
import dev.gator.consent.RevocationListener;
import dev.gator.json.JsonObject;
import dev.gator.observe.Observer;
import dev.gator.provider.ProviderFactory;
import dev.gator.secret.Secret;
import dev.gator.store.BlobStore;
import dev.gator.store.ConversationStore;
import dev.gator.store.JobQueue;
import dev.gator.store.KeyValueStore;
import dev.gator.store.VectorStore;
import dev.gator.tool.Tool;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a plugin hands in its parts. Open only while {@link GatorPlugin#contribute} runs; a part with a name that is taken
 * is refused with {@link PluginError#NAME_TAKEN}. The host takes all parts of a plugin or none.
 */
public interface Contributions {

    /** Returns the configuration of the plugin, already valid against the schema of its manifest. */
    JsonObject config();

    /** Returns a secret that the manifest asks for, if it was granted and exists. */
    Optional<Secret> secret(String name);

    /** Offers models. */
    void provider(ProviderFactory factory);

    /** Offers a tool. */
    void tool(Tool tool);

    /** Watches. */
    void observer(Observer observer);

    /** Looks at what users say. */
    void messageHook(MessageHook hook, HookRules rules);

    /** Looks at what models say. */
    void replyHook(ReplyHook hook, HookRules rules);

    /** Looks at the tools that models want called. */
    void toolHook(ToolHook hook, HookRules rules);

    /** Looks at media before they are sealed. */
    void mediaHook(MediaHook hook, HookRules rules);

    /** Offers a place to keep conversations, under a name that a configuration can choose. */
    void conversationStore(String name, Supplier<ConversationStore> opener);

    /** Offers a place to keep small facts, under a name that a configuration can choose. */
    void keyValueStore(String name, Supplier<KeyValueStore> opener);

    /** Offers a place to keep files, under a name that a configuration can choose. */
    void blobStore(String name, Supplier<BlobStore> opener);

    /** Offers a place to keep vectors, under a name that a configuration can choose. */
    void vectorStore(String name, Supplier<VectorStore> opener);

    /** Offers a place to keep jobs, under a name that a configuration can choose. */
    void jobQueue(String name, Supplier<JobQueue> opener);

    /** Finds out whether people agreed, under a name that a configuration can choose. */
    void consentVerifier(String name, ConsentVerifier verifier);

    /** Cleans up after a revocation. */
    void revocationListener(RevocationListener listener);
}
