package dev.gator.bench.wire;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** LangChain4j as its documentation shows it. */
final class LangChainContestant implements Contestant {

    private final OpenAiChatModel chat;
    private final OpenAiStreamingChatModel streaming;
    private final OpenAiEmbeddingModel embedding;

    LangChainContestant(String url) {
        String base = url + "/v1";
        chat = OpenAiChatModel.builder()
                .baseUrl(base)
                .apiKey("sk-bench")
                .modelName("gpt-bench")
                .build();
        streaming = OpenAiStreamingChatModel.builder()
                .baseUrl(base)
                .apiKey("sk-bench")
                .modelName("gpt-bench")
                .build();
        embedding = OpenAiEmbeddingModel.builder()
                .baseUrl(base)
                .apiKey("sk-bench")
                .modelName("embed-bench")
                .build();
    }

    @Override
    public String chat() {
        return chat.chat(WireBench.QUESTION);
    }

    @Override
    public int stream() {
        AtomicInteger pieces = new AtomicInteger();
        CompletableFuture<ChatResponse> done = new CompletableFuture<>();
        streaming.chat(WireBench.QUESTION, new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String text) {
                pieces.incrementAndGet();
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                done.complete(response);
            }

            @Override
            public void onError(Throwable error) {
                done.completeExceptionally(error);
            }
        });
        done.join();
        return pieces.get();
    }

    @Override
    public int embed(List<String> texts) {
        return embedding
                .embedAll(texts.stream().map(TextSegment::from).toList())
                .content()
                .size();
    }

    @Override
    public void close() {}
}
