package dev.gator.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a real llama model that llama.cpp loads and whose answer is known: a one-layer network with weights that make
 * it recite a text, word after word, as soon as the prompt ends with a line feed. Each token's embedding is its own axis,
 * attention and feed-forward add nothing, and the output matrix says which token follows which.
 */
final class TinyGguf {

    static final String CHATML = "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n'"
            + " + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"
            + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

    private static final int BYTE_TOKENS = 6;
    private static final int END = 4;
    private static final int LINE_FEED = BYTE_TOKENS + 10;

    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> kinds = new ArrayList<>();
    private final Map<Integer, Integer> follows = new LinkedHashMap<>();
    private int window = 4096;
    private String architecture = "llama";
    private String template = CHATML;

    private TinyGguf() {
        add("<unk>", 2);
        add("<s>", 3);
        add("</s>", 3);
        add("<|im_start|>", 3);
        add("<|im_end|>", 3);
        add("<|extra|>", 3);
        for (int i = 0; i < 256; i++) {
            add(String.format("<0x%02X>", i), 6);
        }
    }

    /** Recites words, each of which may occur once, and stops. */
    static TinyGguf saying(String text) {
        return reciting(text, false);
    }

    /** Recites words and begins again, for as long as it may. */
    static TinyGguf repeating(String text) {
        return reciting(text, true);
    }

    TinyGguf window(int length) {
        this.window = length;
        return this;
    }

    TinyGguf architecture(String name) {
        this.architecture = name;
        return this;
    }

    TinyGguf template(String text) {
        this.template = text;
        return this;
    }

    Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        int width = (tokens.size() + 1 + 63) / 64 * 64;
        Out out = new Out();
        out.raw("GGUF").i32(3).i64(12).i64(template.isEmpty() ? 17 : 18);
        metadata(out, width);
        long[] offset = {0};
        Map<String, float[]> weights = weights(width);
        weights.forEach((name, values) -> {
            boolean vector = values.length == width;
            out.text(name).i32(vector ? 1 : 2).i64(width);
            if (!vector) {
                out.i64(values.length / width);
            }
            out.i32(0).i64(offset[0]);
            offset[0] += values.length * 4L;
        });
        out.align();
        weights.values().forEach(out::floats);
        return out.bytes();
    }

    private static TinyGguf reciting(String text, boolean forEver) {
        TinyGguf tiny = new TinyGguf();
        int last = LINE_FEED;
        int first = -1;
        for (String word : text.split(" ")) {
            int id = tiny.tokens.size();
            tiny.add(first < 0 ? word : "\u2581" + word, 1);
            tiny.follows.put(last, id);
            last = id;
            first = first < 0 ? id : first;
        }
        tiny.follows.put(last, forEver ? first : END);
        return tiny;
    }

    private void add(String token, int kind) {
        tokens.add(token);
        kinds.add(kind);
    }

    private void metadata(Out out, int width) {
        out.key("general.architecture", 8).text(architecture);
        out.key("general.name", 8).text("tiny");
        out.key(architecture + ".context_length", 4).i32(window);
        out.key(architecture + ".block_count", 4).i32(1);
        out.key(architecture + ".embedding_length", 4).i32(width);
        out.key(architecture + ".feed_forward_length", 4).i32(width);
        out.key(architecture + ".attention.head_count", 4).i32(width / 64);
        out.key(architecture + ".attention.head_count_kv", 4).i32(width / 64);
        out.key(architecture + ".rope.dimension_count", 4).i32(64);
        out.key(architecture + ".attention.layer_norm_rms_epsilon", 6).f32(1e-5f);
        out.key("tokenizer.ggml.model", 8).text("llama");
        out.key("tokenizer.ggml.tokens", 9).i32(8).i64(tokens.size());
        tokens.forEach(out::text);
        out.key("tokenizer.ggml.scores", 9).i32(6).i64(tokens.size());
        tokens.forEach(token -> out.f32(0));
        out.key("tokenizer.ggml.token_type", 9).i32(5).i64(tokens.size());
        kinds.forEach(out::i32);
        out.key("tokenizer.ggml.bos_token_id", 4).i32(1);
        out.key("tokenizer.ggml.eos_token_id", 4).i32(END);
        out.key("tokenizer.ggml.add_space_prefix", 7).i8(0);
        if (!template.isEmpty()) {
            out.key("tokenizer.chat_template", 8).text(template);
        }
    }

    private Map<String, float[]> weights(int width) {
        int count = tokens.size();
        float[] embedding = new float[count * width];
        float[] output = new float[count * width];
        for (int i = 0; i < count; i++) {
            embedding[i * width + i] = 1;
            embedding[i * width + count] = 0.1f; // an axis that is always on carries what is likely at any time
        }
        follows.forEach((from, to) -> output[to * width + from] = 10);
        String often = ",:]}\""; // the last is the likeliest, so that sentences under a grammar come to an end
        for (int i = 0; i < often.length(); i++) {
            output[(BYTE_TOKENS + often.charAt(i)) * width + count] = 1 + i;
        }
        output[END * width + count] = 0.5f;
        Map<String, float[]> weights = new LinkedHashMap<>();
        weights.put("token_embd.weight", embedding);
        weights.put("output.weight", output);
        weights.put("output_norm.weight", ones(width));
        weights.put("blk.0.attn_norm.weight", ones(width));
        for (String zero : List.of("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")) {
            weights.put("blk.0." + zero + ".weight", new float[width * width]);
        }
        weights.put("blk.0.ffn_norm.weight", ones(width));
        return weights;
    }

    private static float[] ones(int width) {
        float[] ones = new float[width];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    /** Little-endian bytes. */
    static final class Out {
        private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

        Out raw(String ascii) {
            sink.writeBytes(ascii.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Out i8(int value) {
            sink.write(value);
            return this;
        }

        Out i32(int value) {
            sink.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        Out i64(long value) {
            sink.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array());
            return this;
        }

        Out f32(float value) {
            return i32(Float.floatToIntBits(value));
        }

        Out text(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            i64(utf8.length);
            sink.writeBytes(utf8);
            return this;
        }

        Out key(String name, int type) {
            return text(name).i32(type);
        }

        void align() {
            while (sink.size() % 32 != 0) {
                sink.write(0);
            }
        }

        void floats(float[] values) {
            ByteBuffer buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
            buffer.asFloatBuffer().put(values);
            sink.writeBytes(buffer.array());
        }

        byte[] bytes() {
            return sink.toByteArray();
        }
    }
}
