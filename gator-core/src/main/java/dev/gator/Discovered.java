package dev.gator;

import dev.gator.consent.ConsentVerifier;
import dev.gator.consent.RevocationListener;
import dev.gator.error.GatorException;
import dev.gator.json.JsonObject;
import dev.gator.observe.Observer;
import dev.gator.plugin.Contributions;
import dev.gator.plugin.GatorPlugin;
import dev.gator.plugin.HookRules;
import dev.gator.plugin.MediaHook;
import dev.gator.plugin.MessageHook;
import dev.gator.plugin.ReplyHook;
import dev.gator.plugin.ToolHook;
import dev.gator.provider.ProviderFactory;
import dev.gator.secret.Secret;
import dev.gator.secret.SecretSource;
import dev.gator.store.BlobStore;
import dev.gator.store.ConversationStore;
import dev.gator.store.JobQueue;
import dev.gator.store.KeyValueStore;
import dev.gator.store.VectorStore;
import dev.gator.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes what a plugin on the class path hands in: providers, tools and observers. Anything else would be ignored here, so it
 * is refused.
 */
final class Discovered implements Contributions {

    private final SecretSource secrets;
    private final List<ProviderFactory> providers = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>();
    private Observer observer = Observer.none();
    private String plugin = "";

    Discovered(SecretSource secrets) {
        this.secrets = secrets;
    }

    void take(GatorPlugin next) {
        plugin = next.manifest().id();
        next.contribute(this);
    }

    List<ProviderFactory> providers() {
        return providers;
    }

    List<Tool> tools() {
        return tools;
    }

    Observer observer() {
        return observer;
    }

    @Override
    public JsonObject config() {
        return JsonObject.empty();
    }

    @Override
    public Optional<Secret> secret(String name) {
        return secrets.find(name);
    }

    @Override
    public void provider(ProviderFactory factory) {
        providers.add(factory);
    }

    @Override
    public void tool(Tool tool) {
        tools.add(tool);
    }

    @Override
    public void observer(Observer watching) {
        observer = observer.and(watching);
    }

    @Override
    public void messageHook(MessageHook hook, HookRules rules) {
        throw needsHost("a message hook");
    }

    @Override
    public void replyHook(ReplyHook hook, HookRules rules) {
        throw needsHost("a reply hook");
    }

    @Override
    public void toolHook(ToolHook hook, HookRules rules) {
        throw needsHost("a tool hook");
    }

    @Override
    public void mediaHook(MediaHook hook, HookRules rules) {
        throw needsHost("a media hook");
    }

    @Override
    public void conversationStore(String name, Supplier<ConversationStore> opener) {
        throw needsHost("a store");
    }

    @Override
    public void keyValueStore(String name, Supplier<KeyValueStore> opener) {
        throw needsHost("a store");
    }

    @Override
    public void blobStore(String name, Supplier<BlobStore> opener) {
        throw needsHost("a store");
    }

    @Override
    public void vectorStore(String name, Supplier<VectorStore> opener) {
        throw needsHost("a store");
    }

    @Override
    public void jobQueue(String name, Supplier<JobQueue> opener) {
        throw needsHost("a queue");
    }

    @Override
    public void consentVerifier(String name, ConsentVerifier verifier) {
        throw needsHost("a consent verifier");
    }

    @Override
    public void revocationListener(RevocationListener listener) {
        throw needsHost("a revocation listener");
    }

    private GatorException needsHost(String what) {
        return new GatorException(GatorError.NEEDS_HOST, "plugin " + plugin + " hands in " + what);
    }
}
