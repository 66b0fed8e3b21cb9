package dev.gator.bench.wire;

import dev.gator.Gator;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatStream;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.openai.OpenAi;
import dev.gator.secret.Secret;
import java.util.List;

/** Gator through its front door. */
final class GatorContestant implements Contestant {

    private final Gator gator;
    private final ChatModel chat;
    private final EmbeddingModel embedding;

    GatorContestant(String url) {
        ProviderConfig config = ProviderConfig.builder()
                .baseUrl(url + "/v1")
                .key(Secret.of("sk-bench"))
                .build();
        gator = Gator.builder().provider(OpenAi.factory(), config).build();
        chat = gator.model("openai:gpt-bench");
        embedding = gator.embedding("openai:embed-bench");
    }

    @Override
    public String chat() {
        return chat.chat(WireBench.QUESTION);
    }

    @Override
    public int stream() {
        int[] pieces = {0};
        try (ChatStream stream = chat.stream(WireBench.QUESTION)) {
            stream.forEachText(text -> pieces[0]++);
        }
        return pieces[0];
    }

    @Override
    public int embed(List<String> texts) {
        return embedding.embed(EmbeddingRequest.of(texts)).embeddings().size();
    }

    @Override
    public void close() {
        gator.close();
    }
}
