package dev.gator;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.conversation.Conversations;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.Reranker;
import dev.gator.persona.PersonaStore;
import dev.gator.prompt.StructuredAsk;
import dev.gator.provider.ModelProvider;
import dev.gator.tool.Tool;
import dev.gator.tools.ToolLoop;
import java.time.Duration;
import java.util.List;

/**
 * The one door. An application builds a {@code Gator}, asks it for models, personas and conversations, and closes it.
 * Thread-safe; two Gators in one JVM do not see each other.
 *
 * <pre>{@code
 * try (Gator gator = Gator.create()) {
 *     System.out.println(gator.ask("Why is the sky blue?"));
 * }
 * }</pre>
 *
 * <p>Every model that comes from here observes the default deadline, is refused before a byte leaves when it lacks what a
 * request asks for, reserves from the budget before the call and settles after it, and tells the observer. Calls that should
 * be watched together begin with {@link #context()}.
 */
public final class Gator implements AutoCloseable {

    private static final Duration AFTER_CANCELLING = Duration.ofSeconds(5);

    private final Providers providers;
    private final House house;
    private final DefaultModel defaultModel;
    private final PersonaStore personas;
    private final List<Tool> tools;
    private final Duration grace;

    Gator(GatorBuilder builder, Discovered discovered) {
        this.providers = builder.providers(discovered);
        this.house = builder.house(discovered.observer());
        this.defaultModel = new DefaultModel(providers, builder.own(), house::context, builder.defaultModel());
        this.personas = builder.personaStore();
        this.tools = List.copyOf(discovered.tools());
        this.grace = builder.grace();
    }

    /**
     * Returns a Gator that needs no configuration: providers and plugins from the class path, keys from the environment. With
     * no key at all the offline writer answers, and the log says so once.
     */
    public static Gator create() {
        return builder().build();
    }

    /** Starts a configuration. */
    public static GatorBuilder builder() {
        return new GatorBuilder();
    }

    /** Asks the default model, which may call the tools, and returns the words of the answer. */
    public String ask(String question, Tool... with) {
        ChatRequest request =
                ChatRequest.builder().user(question).context(context()).build();
        return ToolLoop.around(model()).with(with).chat(request).text();
    }

    /** Asks the default model and returns the answer as a record; an answer that does not fit is repaired. */
    public <T> T ask(Class<T> type, String question) {
        return ask(model(), type, question);
    }

    /** Asks a model by its id and returns the answer as a record; an answer that does not fit is repaired. */
    public <T> T ask(String modelId, Class<T> type, String question) {
        return ask(model(modelId), type, question);
    }

    /** Asks the default model and returns the answer as it is made; closing the stream, from any thread, cancels it. */
    public ChatStream stream(String question, Tool... with) {
        ChatRequest request =
                ChatRequest.builder().user(question).context(context()).build();
        return ToolLoop.around(model()).with(with).stream(request);
    }

    /** Returns the default model. */
    public ChatModel model() {
        return new GuardedModel(defaultModel.get(), house);
    }

    /**
     * Returns a model by its id, such as {@code openai:gpt-4o-mini}, {@code local:/models/q.gguf} or {@code offline}. Reaches
     * no network.
     *
     * @throws dev.gator.error.GatorException with {@link dev.gator.error.ProviderError#UNKNOWN_PROVIDER}, naming what there
     *     is and what may have been meant
     */
    public ChatModel model(String id) {
        return new GuardedModel(providers.chat(id), house);
    }

    /** Returns an embedding model by its id. */
    public EmbeddingModel embedding(String id) {
        return new GuardedEmbedding(providers.find(id, ModelProvider::embedding), house);
    }

    /** Returns a reranker by its id. */
    public Reranker reranker(String id) {
        return new GuardedReranker(providers.find(id, ModelProvider::reranker), house);
    }

    /** Returns conversations with the default model, or the one that a persona prefers. */
    public Conversations conversations() {
        return Conversations.over(new Chosen(this::model))
                .withModels(this::model)
                .withContext(this::context);
    }

    /** Returns where personas are kept. */
    public PersonaStore personas() {
        return personas;
    }

    /** Returns the tools that plugins on the class path handed in. */
    public List<Tool> tools() {
        return tools;
    }

    /** Returns the names of the providers there are. */
    public List<String> providers() {
        return List.copyOf(providers.names());
    }

    /** Asks all providers side by side for their models; those that fail are listed with their errors. */
    public ModelListing models() {
        return providers.models(context());
    }

    /** Asks all providers side by side how they are, at no cost in money. Never throws. */
    public Health health() {
        return providers.health(context());
    }

    /** Returns the context of a call from outside: default deadline, clock, workers, observer and budget. */
    public CallContext context() {
        return house.context();
    }

    /**
     * Takes no more calls, waits for those under way as long as the grace period, cancels the rest, and lets go of
     * everything. Later calls do nothing.
     */
    @Override
    public void close() {
        if (house.inFlight().close(grace, AFTER_CANCELLING)) {
            providers.close();
        }
    }

    private <T> T ask(ChatModel model, Class<T> type, String question) {
        ChatRequest request =
                ChatRequest.builder().user(question).context(context()).build();
        return StructuredAsk.of(model).ask(type, request).value();
    }
}
