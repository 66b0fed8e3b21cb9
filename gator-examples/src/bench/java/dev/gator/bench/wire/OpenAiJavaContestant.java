package dev.gator.bench.wire;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The official client as its documentation shows it. */
final class OpenAiJavaContestant implements Contestant {

    private final OpenAIClient client;

    OpenAiJavaContestant(String url) {
        client = OpenAIOkHttpClient.builder().apiKey("sk-bench").baseUrl(url + "/v1").build();
    }

    @Override
    public String chat() {
        return client.chat().completions().create(question()).choices().get(0).message().content().orElse("");
    }

    @Override
    public int stream() {
        AtomicInteger pieces = new AtomicInteger();
        try (StreamResponse<ChatCompletionChunk> chunks = client.chat().completions().createStreaming(question())) {
            chunks.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .forEach(choice -> choice.delta().content().filter(text -> !text.isEmpty())
                            .ifPresent(text -> pieces.incrementAndGet()));
        }
        return pieces.get();
    }

    @Override
    public int embed(List<String> texts) {
        return client.embeddings()
                .create(EmbeddingCreateParams.builder()
                        .model("embed-bench")
                        .inputOfArrayOfStrings(texts)
                        .build())
                .data()
                .size();
    }

    @Override
    public void close() {
        client.close();
    }

    private static ChatCompletionCreateParams question() {
        return ChatCompletionCreateParams.builder()
                .model("gpt-bench")
                .addUserMessage(WireBench.QUESTION)
                .build();
    }
}
