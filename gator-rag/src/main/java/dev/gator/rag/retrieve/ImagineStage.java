package dev.gator.rag.retrieve;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is near a made-up answer (hypothetical document embedding): answers resemble answers. */
record ImagineStage(ChatModel model) implements Stage {

    private static final double WEIGHT = 1;
    private static final int TOKENS = 300;

    private static final String INSTRUCTION =
            """
            Write a short passage, three to five sentences, as it could stand in a document that answers the user's question.
            Invent what you do not know. Only the passage, in the language of the question.""";

    @Override
    public String name() {
        return "imagined answer";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        if (run.corpus().embeddings().isEmpty()) {
            run.note("left out: the corpus is searched by words only");
            return search;
        }
        ChatRequest request = ChatRequest.builder()
                .system(INSTRUCTION)
                .user(search.question())
                .maxTokens(TOKENS)
                .context(run.context())
                .build();
        String answer = model.chat(request).text().strip();
        if (answer.isEmpty()) {
            run.note("the model imagined nothing");
            return search;
        }
        List<Probe> probes = new ArrayList<>(search.probes());
        probes.add(search.probes().get(0).alternative(answer, Probe.How.MEANING, WEIGHT));
        run.note("added an imagined answer");
        return search.withProbes(probes);
    }
}
