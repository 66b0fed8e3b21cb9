package dev.gator.bench.wire;

import dev.gator.tck.wire.SseScript;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Pattern;

/** The loopback service that all contestants call. Runs in a process of its own, so that it costs them nothing. */
public final class BenchServer {

    static final int TOKENS = 200;
    static final int TEXTS = 16;
    private static final int DIMENSIONS = 1_536;
    private static final Pattern STREAMED = Pattern.compile("\"stream\"\\s*:\\s*true");

    private BenchServer() {}

    /** Serves until standard input ends; prints its address. */
    public static void main(String[] args) throws IOException {
        try (WireServer server = WireServer.start().keepingLast(1)) {
            WireReply whole = WireReply.json(completion());
            WireReply streamed = WireReply.sse(chunks());
            server.on("POST", "/v1/chat/completions")
                    .reply(request -> STREAMED.matcher(request.text()).find() ? streamed : whole);
            WireReply base64 = WireReply.json(embeddings(true));
            WireReply numbers = WireReply.json(embeddings(false));
            server.on("POST", "/v1/embeddings")
                    .reply(request -> request.text().contains("base64") ? base64 : numbers);
            System.out.println(server.url());
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }

    private static String completion() {
        return """
                {"id":"chatcmpl-bench","object":"chat.completion","created":1760000000,"model":"gpt-bench",\
                "choices":[{"index":0,"message":{"role":"assistant","content":"The capital of Portugal is Lisbon, and \
                in May it is warm enough for a light jacket.","refusal":null,"annotations":[]},"logprobs":null,\
                "finish_reason":"stop"}],"usage":{"prompt_tokens":25,"completion_tokens":19,"total_tokens":44,\
                "prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":\
                {"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},\
                "service_tier":"default","system_fingerprint":"fp_bench"}""";
    }

    private static SseScript chunks() {
        String head = "{\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion.chunk\",\"created\":1760000000,"
                + "\"model\":\"gpt-bench\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_bench\",";
        SseScript script = SseScript.of(head
                + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null},"
                + "\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}");
        for (int i = 0; i < TOKENS; i++) {
            script = script.data(head + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word" + i
                    + "\"},\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}");
        }
        script = script.data(head
                + "\"choices\":[{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":null}");
        script = script.data(head + "\"choices\":[],\"usage\":{\"prompt_tokens\":25,\"completion_tokens\":200,"
                + "\"total_tokens\":225,\"prompt_tokens_details\":{\"cached_tokens\":0},"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":0}}}");
        return script.terminal("[DONE]");
    }

    private static String embeddings(boolean base64) {
        Random random = new Random(7);
        StringBuilder json = new StringBuilder("{\"object\":\"list\",\"data\":[");
        for (int text = 0; text < TEXTS; text++) {
            json.append(text == 0 ? "" : ",").append("{\"object\":\"embedding\",\"index\":").append(text);
            json.append(",\"embedding\":").append(vector(random, base64)).append('}');
        }
        return json.append("],\"model\":\"embed-bench\",\"usage\":{\"prompt_tokens\":160,\"total_tokens\":160}}")
                .toString();
    }

    private static String vector(Random random, boolean base64) {
        ByteBuffer bytes = ByteBuffer.allocate(DIMENSIONS * 4).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder numbers = new StringBuilder("[");
        for (int i = 0; i < DIMENSIONS; i++) {
            float value = (random.nextFloat() - 0.5f) / 10;
            bytes.putFloat(value);
            numbers.append(i == 0 ? "" : ",").append(value);
        }
        return base64
                ? "\"" + Base64.getEncoder().encodeToString(bytes.array()) + "\""
                : numbers.append(']').toString();
    }
}
