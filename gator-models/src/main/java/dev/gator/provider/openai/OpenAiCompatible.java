package dev.gator.provider.openai;

import static dev.gator.provider.openai.Quirk.BASE64_VECTORS;
import static dev.gator.provider.openai.Quirk.MAX_COMPLETION_TOKENS;
import static dev.gator.provider.openai.Quirk.RANDOM_SEED;
import static dev.gator.provider.openai.Quirk.REASONING_OBJECT;
import static dev.gator.provider.openai.Quirk.RESPONSES;
import static dev.gator.provider.openai.Quirk.TOP_K;

import dev.gator.chat.Capability;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.http.KeyHeader;

/**
 * The services that speak OpenAI's language, as data: {@code OpenAiCompatible.GROQ} makes the models whose ids begin with
 * {@code groq:}.
 */
public enum OpenAiCompatible {
    /** OpenAI itself. */
    OPENAI(Service.of(
                    "openai",
                    "https://api.openai.com/v1",
                    "OPENAI_API_KEY",
                    MAX_COMPLETION_TOKENS,
                    RESPONSES,
                    BASE64_VECTORS)
            .with(Capability.DOCUMENT_INPUT)),
    /** Azure OpenAI; the address comes from the configuration or {@code AZURE_OPENAI_ENDPOINT}. */
    AZURE(Service.of(
                    "azure",
                    "https://azure.com",
                    "AZURE_OPENAI_API_KEY",
                    MAX_COMPLETION_TOKENS,
                    BASE64_VECTORS,
                    Quirk.AZURE_PATHS)
            .withoutAddress()
            .keyIn(KeyHeader.plain("api-key"))),
    /** Together AI. */
    TOGETHER(Service.of("together", "https://api.together.xyz/v1", "TOGETHER_API_KEY", TOP_K)),
    /** Groq. */
    GROQ(Service.of("groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY", MAX_COMPLETION_TOKENS)
            .ignoring("frequencyPenalty", "presencePenalty")),
    /** Mistral AI. */
    MISTRAL(Service.of("mistral", "https://api.mistral.ai/v1", "MISTRAL_API_KEY", RANDOM_SEED)),
    /** DeepSeek. */
    DEEPSEEK(Service.of("deepseek", "https://api.deepseek.com", "DEEPSEEK_API_KEY")
            .ignoring("seed")
            .without(Capability.JSON_SCHEMA, Capability.IMAGE_INPUT, Capability.SEED)),
    /** OpenRouter. */
    OPENROUTER(Service.of("openrouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", TOP_K, REASONING_OBJECT)
            .with(Capability.REASONING)),
    /** xAI. */
    XAI(Service.of("xai", "https://api.x.ai/v1", "XAI_API_KEY")),
    /** Fireworks AI. */
    FIREWORKS(Service.of("fireworks", "https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY", TOP_K)),
    /** NVIDIA's hosted models. */
    NVIDIA(Service.of("nvidia", "https://integrate.api.nvidia.com/v1", "NVIDIA_API_KEY")),
    /** Hugging Face's router to inference services. */
    HUGGINGFACE(Service.of("huggingface", "https://router.huggingface.co/v1", "HF_TOKEN")),
    /** A vLLM server. */
    VLLM(Service.of("vllm", "http://localhost:8000/v1", "VLLM_API_KEY", TOP_K, BASE64_VECTORS)
            .keyOptional()),
    /** A llama.cpp server. */
    LLAMA_CPP(Service.of("llamacpp", "http://localhost:8080/v1", "LLAMA_API_KEY", TOP_K, BASE64_VECTORS)
            .keyOptional()),
    /** LM Studio. */
    LM_STUDIO(Service.of("lmstudio", "http://localhost:1234/v1", "LM_STUDIO_API_KEY", TOP_K)
            .keyOptional()),
    /** Any other service; its address must be configured. */
    OTHER(Service.of("openai-compatible", "https://example.com", "OPENAI_COMPATIBLE_API_KEY")
            .withoutAddress()
            .keyOptional());

    @SuppressWarnings("ImmutableEnumChecker") // its sets are copies that nobody can change
    private final Service service;

    OpenAiCompatible(Service service) {
        this.service = service;
    }

    /** Returns the provider of this service's models. */
    public OpenAi create(ProviderConfig config) {
        return new OpenAi(service, config);
    }

    /** Returns the factory that a plugin contributes. */
    public ProviderFactory factory() {
        return new ServiceFactory(service);
    }

    /** Returns the name before the colon in model ids. */
    public String provider() {
        return service.name();
    }

    private record ServiceFactory(Service service) implements ProviderFactory {
        @Override
        public String name() {
            return service.name();
        }

        @Override
        public String keyName() {
            return service.keyName();
        }

        @Override
        public OpenAi create(ProviderConfig config) {
            return new OpenAi(service, config);
        }
    }
}
