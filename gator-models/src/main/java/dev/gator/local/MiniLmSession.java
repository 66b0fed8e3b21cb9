package dev.gator.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The native half of the sentence embeddings: a tokenizer and a network. Thread-safe until it is closed. */
final class MiniLmSession implements AutoCloseable {

    private static final String NETWORK = "all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";
    private static final int TEXTS_AT_ONCE = 64;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces tokenizer;
    private final boolean wantsTypes;

    private MiniLmSession(OrtEnvironment environment, OrtSession session, WordPieces tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
        this.wantsTypes = session.getInputNames().contains("token_type_ids");
    }

    /** Loads the natives, or says what is missing. */
    static MiniLmSession open(int window) {
        try {
            return load(window);
        } catch (OrtException | IOException | LinkageError e) {
            throw new GatorException(LocalError.NO_NATIVE, "sentence embeddings do not load: " + e.getMessage(), e);
        }
    }

    private static MiniLmSession load(int window) throws OrtException, IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream network = LocalJars.open(NETWORK);
                InputStream vocabulary = LocalJars.open(TOKENIZER)) {
            options.setIntraOpNumThreads(1); // texts run side by side instead, which needs no waiting for each other
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            WordPieces tokenizer = WordPieces.read(vocabulary, window);
            return new MiniLmSession(
                    environment, environment.createSession(network.readAllBytes(), options), tokenizer);
        }
    }

    /** Returns the word pieces of each text; {@code check} runs now and then and may end the work. */
    long[][] tokenize(List<String> texts, Runnable check) {
        long[][] tokens = new long[texts.size()][];
        for (int i = 0; i < tokens.length; i++) {
            if (i % TEXTS_AT_ONCE == 0) {
                check.run();
            }
            tokens[i] = tokenizer.idsOf(texts.get(i));
        }
        return tokens;
    }

    /** Returns the vectors of texts of like length. */
    float[][] embed(List<long[]> texts) {
        int width = texts.stream().mapToInt(text -> text.length).max().orElse(1);
        long[] ids = new long[texts.size() * width];
        long[] mask = new long[ids.length];
        for (int i = 0; i < texts.size(); i++) {
            long[] text = texts.get(i);
            System.arraycopy(text, 0, ids, i * width, text.length);
            Arrays.fill(mask, i * width, i * width + text.length, 1);
        }
        long[] shape = {texts.size(), width};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result = session.run(inputs(input, attention, types))) {
            return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), texts, width);
        } catch (OrtException e) {
            throw new GatorException(LocalError.ENGINE_FAILED, "ONNX Runtime: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new GatorException(ProviderError.SERVER_ERROR, "ONNX Runtime does not close: " + e.getMessage(), e);
        }
    }

    private Map<String, OnnxTensor> inputs(OnnxTensor input, OnnxTensor attention, OnnxTensor types) {
        return wantsTypes
                ? Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types)
                : Map.of("input_ids", input, "attention_mask", attention);
    }

    /** Returns the mean over each text's own tokens, scaled to length 1. */
    private static float[][] pooled(FloatBuffer states, List<long[]> texts, int width) {
        int dimensions = states.remaining() / (texts.size() * width);
        float[][] vectors = new float[texts.size()][dimensions];
        float[] state = new float[dimensions];
        for (int i = 0; i < texts.size(); i++) {
            for (int t = 0; t < texts.get(i).length; t++) {
                states.get((i * width + t) * dimensions, state);
                for (int d = 0; d < dimensions; d++) {
                    vectors[i][d] += state[d];
                }
            }
            normalise(vectors[i]);
        }
        return vectors;
    }

    private static void normalise(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int d = 0; d < vector.length; d++) {
            vector[d] *= scale;
        }
    }
}
