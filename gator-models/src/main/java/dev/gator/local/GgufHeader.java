package dev.gator.local;

import dev.gator.error.GatorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a sound GGUF file says about its model. */
record GgufHeader(Path path, long fileBytes, Map<String, GgufValue> values, Map<String, GgufTensor> tensors) {

    private static final int CONTROL_TOKEN = 3;
    private static final int USER_DEFINED_TOKEN = 4;
    private static final int INT32_LIST = 5;
    private static final int FLOAT_LIST = 6;
    private static final long SANE_LIMIT = 1L << 24;

    /** What llama.cpp b4916, the engine inside de.kherud:llama 4.2.0, can generate text with. */
    private static final Set<String> ARCHITECTURES = Set.of(
            ("llama deci falcon grok gpt2 gptj gptneox mpt baichuan starcoder refact bloom stablelm qwen qwen2 qwen2moe "
                            + "qwen2vl phi2 phi3 phimoe plamo codeshell orion internlm2 minicpm minicpm3 gemma gemma2 "
                            + "gemma3 starcoder2 mamba xverse command-r cohere2 dbrx olmo olmo2 olmoe openelm arctic "
                            + "deepseek deepseek2 chatglm bitnet jais nemotron exaone rwkv6 rwkv6qwen2 rwkv7 arwkv7 "
                            + "granite granitemoe chameleon")
                    .split(" "));

    GgufHeader {
        values = Map.copyOf(values);
        tensors = Map.copyOf(tensors);
    }

    /** Reads a file and checks that the built-in engine can be trusted with it. */
    static GgufHeader read(Path path) {
        GgufHeader header = GgufReader.read(path);
        header.checkArchitecture();
        header.checkVocabulary();
        return header;
    }

    String architecture() {
        return text("general.architecture").orElseThrow(() -> damaged("names no architecture"));
    }

    /** Returns how many tokens the model was trained to look back on. */
    int contextLength() {
        return (int) positive(architecture() + ".context_length");
    }

    Optional<String> chatTemplate() {
        return text("tokenizer.chat_template").filter(template -> !template.isBlank());
    }

    /** Returns the texts that mean something to the model beyond themselves, such as the end of a turn. */
    List<String> controlTokens() {
        List<String> tokens = tokens();
        List<String> control = new ArrayList<>();
        if (values.get("tokenizer.ggml.token_type") instanceof GgufValue.Wholes kinds) {
            for (int i = 0; i < tokens.size(); i++) {
                String token = tokens.get(i);
                int kind = kinds.values().get(i);
                if (token.length() > 2 && (kind == CONTROL_TOKEN || (kind == USER_DEFINED_TOKEN && isMarkup(token)))) {
                    control.add(token);
                }
            }
        }
        return List.copyOf(control);
    }

    private static boolean isMarkup(String token) {
        return (token.startsWith("<") && token.endsWith(">")) || (token.startsWith("[") && token.endsWith("]"));
    }

    private void checkArchitecture() {
        String architecture = architecture();
        if (!ARCHITECTURES.contains(architecture)) {
            throw new GatorException(
                    LocalError.UNKNOWN_ARCHITECTURE,
                    path + " holds a model of the architecture " + architecture
                            + ", which llama.cpp b4916 (March 2025) cannot run");
        }
        contextLength();
        positive(architecture + ".block_count");
        long width = positive(architecture + ".embedding_length");
        GgufTensor embedding = tensors.get("token_embd.weight");
        if (embedding == null
                || embedding.shape().size() != 2
                || embedding.shape().get(0) != width) {
            throw damaged("has no token_embd.weight of width " + width);
        }
        checkHeads(architecture, width);
    }

    private void checkHeads(String architecture, long width) {
        for (String key : List.of(".attention.head_count", ".attention.head_count_kv")) {
            // Some architectures list a count for each layer; the engine checks those by itself.
            if (values.get(architecture + key) instanceof GgufValue.Whole heads
                    && (heads.value() < least(architecture) || heads.value() > width)) {
                throw damaged("has " + heads.value() + " as " + architecture + key + " for a width of " + width);
            }
        }
    }

    /** Returns 1 where the engine divides by the number of heads, 0 for networks without attention. */
    private static int least(String architecture) {
        return architecture.contains("rwkv") || architecture.equals("mamba") ? 0 : 1;
    }

    private void checkVocabulary() {
        List<String> tokens = tokens();
        if (new HashSet<>(tokens).size() != tokens.size()) {
            throw damaged("lists a token twice"); // llama.cpp aborts the process on this
        }
        long rows =
                Objects.requireNonNull(tensors.get("token_embd.weight")).shape().get(1);
        if (rows != tokens.size()) {
            throw damaged("lists " + tokens.size() + " tokens but has weights for " + rows);
        }
        checkList("tokenizer.ggml.token_type", INT32_LIST, tokens.size());
        checkList("tokenizer.ggml.scores", FLOAT_LIST, tokens.size());
        for (String special : List.of("bos", "eos", "unknown", "padding")) {
            if (values.get("tokenizer.ggml." + special + "_token_id") instanceof GgufValue.Whole id
                    && id.value() >= tokens.size()
                    && id.value() != 0xffff_ffffL) {
                throw damaged("names the token " + id.value() + " as " + special + " but has " + tokens.size());
            }
        }
    }

    private void checkList(String key, int type, int expected) {
        GgufValue value = values.get(key);
        boolean fits = value == null;
        if (value instanceof GgufValue.Wholes wholes) {
            fits = type == INT32_LIST && wholes.values().size() == expected;
        } else if (value instanceof GgufValue.Skipped skipped) {
            fits = skipped.elementType() == type && skipped.count() == expected;
        }
        if (!fits) {
            throw damaged("has a list " + key + " that does not fit its " + expected + " tokens");
        }
    }

    private List<String> tokens() {
        if (values.get("tokenizer.ggml.tokens") instanceof GgufValue.Texts texts
                && !texts.values().isEmpty()) {
            return texts.values();
        }
        throw damaged("has no vocabulary");
    }

    private Optional<String> text(String key) {
        return values.get(key) instanceof GgufValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    private long positive(String key) {
        if (values.get(key) instanceof GgufValue.Whole whole && whole.value() > 0 && whole.value() <= SANE_LIMIT) {
            return whole.value();
        }
        throw damaged("has " + values.get(key) + " as " + key);
    }

    private GatorException damaged(String complaint) {
        return new GatorException(LocalError.DAMAGED_FILE, path + " " + complaint);
    }
}
