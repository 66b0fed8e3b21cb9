package dev.gator.local;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import org.jspecify.annotations.Nullable;

/**
 * The C functions of llama.cpp b4916 that Gator calls, as the library inside de.kherud:llama 4.2.0 exports them. C's
 * {@code bool} is a byte here.
 *
 * <p>That jar's own Java classes are not used: they never free a closed model, keep the JVM from ending, and abort the
 * process on an odd schema or chat template.
 */
interface LlamaLibrary extends Library {

    void llama_backend_init();

    void llama_log_set(LogSink sink, Pointer data);

    ModelParams llama_model_default_params();

    ContextParams llama_context_default_params();

    Pointer llama_model_load_from_file(byte[] path, ModelParams params);

    void llama_model_free(Pointer model);

    Pointer llama_init_from_model(Pointer model, ContextParams params);

    void llama_free(Pointer context);

    int llama_n_ctx(Pointer context);

    Pointer llama_model_get_vocab(Pointer model);

    int llama_vocab_n_tokens(Pointer vocab);

    byte llama_vocab_is_eog(Pointer vocab, int token);

    int llama_tokenize(
            Pointer vocab, byte[] text, int length, int[] tokens, int room, byte addSpecial, byte parseSpecial);

    int llama_token_to_piece(Pointer vocab, int token, byte[] buffer, int length, int lstrip, byte special);

    int llama_chat_apply_template(
            byte[] template, Pointer messages, long count, byte addAssistant, byte[] buffer, int length);

    byte llama_kv_self_seq_rm(Pointer context, int sequence, int from, int to);

    void llama_kv_self_clear(Pointer context);

    int llama_decode(Pointer context, Batch batch);

    void llama_set_abort_callback(Pointer context, Abort abort, Pointer data);

    Pointer llama_get_logits_ith(Pointer context, int index);

    Pointer llama_sampler_chain_init(byte noPerf);

    void llama_sampler_chain_add(Pointer chain, Pointer sampler);

    Pointer llama_sampler_init_greedy();

    Pointer llama_sampler_init_dist(int seed);

    Pointer llama_sampler_init_top_k(int k);

    Pointer llama_sampler_init_top_p(float p, long keep);

    Pointer llama_sampler_init_min_p(float p, long keep);

    Pointer llama_sampler_init_temp(float temperature);

    Pointer llama_sampler_init_penalties(int lastN, float repeat, float frequency, float presence);

    Pointer llama_sampler_init_grammar(Pointer vocab, byte[] grammar, byte[] root);

    int llama_sampler_sample(Pointer sampler, Pointer context, int index);

    void llama_sampler_apply(Pointer sampler, Pointer candidates);

    void llama_sampler_accept(Pointer sampler, int token);

    void llama_sampler_free(Pointer sampler);

    /** Receives what llama.cpp logs. */
    interface LogSink extends Callback {
        void log(int level, Pointer text, Pointer data);
    }

    /** Tells a running computation whether to stop. */
    interface Abort extends Callback {
        byte stop(Pointer data);
    }

    /** {@code llama_model_params}. */
    @Structure.FieldOrder({
        "devices",
        "gpuLayers",
        "splitMode",
        "mainGpu",
        "tensorSplit",
        "progress",
        "progressData",
        "overrides",
        "vocabOnly",
        "mmap",
        "mlock",
        "checkTensors"
    })
    final class ModelParams extends Structure implements Structure.ByValue {
        public @Nullable Pointer devices;
        public int gpuLayers;
        public int splitMode;
        public int mainGpu;
        public @Nullable Pointer tensorSplit;
        public @Nullable Pointer progress;
        public @Nullable Pointer progressData;
        public @Nullable Pointer overrides;
        public byte vocabOnly;
        public byte mmap;
        public byte mlock;
        public byte checkTensors;
    }

    /** {@code llama_context_params}. */
    @Structure.FieldOrder({
        "window",
        "batch",
        "microBatch",
        "sequences",
        "threads",
        "batchThreads",
        "ropeScaling",
        "pooling",
        "attention",
        "ropeBase",
        "ropeScale",
        "yarnExtension",
        "yarnAttention",
        "yarnFast",
        "yarnSlow",
        "yarnWindow",
        "defragmentation",
        "evaluate",
        "evaluateData",
        "keyType",
        "valueType",
        "allLogits",
        "embeddings",
        "offload",
        "flash",
        "noPerf",
        "abort",
        "abortData"
    })
    final class ContextParams extends Structure implements Structure.ByValue {
        public int window;
        public int batch;
        public int microBatch;
        public int sequences;
        public int threads;
        public int batchThreads;
        public int ropeScaling;
        public int pooling;
        public int attention;
        public float ropeBase;
        public float ropeScale;
        public float yarnExtension;
        public float yarnAttention;
        public float yarnFast;
        public float yarnSlow;
        public int yarnWindow;
        public float defragmentation;
        public @Nullable Pointer evaluate;
        public @Nullable Pointer evaluateData;
        public int keyType;
        public int valueType;
        public byte allLogits;
        public byte embeddings;
        public byte offload;
        public byte flash;
        public byte noPerf;
        public @Nullable Pointer abort;
        public @Nullable Pointer abortData;
    }

    /** {@code llama_batch}; only the tokens are set, the rest follows from what the context holds already. */
    @Structure.FieldOrder({"count", "tokens", "embeddings", "positions", "sequenceCounts", "sequences", "logits"})
    final class Batch extends Structure implements Structure.ByValue {
        public int count;
        public @Nullable Pointer tokens;
        public @Nullable Pointer embeddings;
        public @Nullable Pointer positions;
        public @Nullable Pointer sequenceCounts;
        public @Nullable Pointer sequences;
        public @Nullable Pointer logits;
    }
}
