package dev.gator.rag.retrieve;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.error.Require;
import dev.gator.json.Size;
import dev.gator.prompt.StructuredAsk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for other wordings of each probe's question, too. */
record RewordStage(ChatModel model, int wordings) implements Stage {

    private static final double WEIGHT = 0.5;

    RewordStage {
        Require.range("wordings", wordings, 1, 10);
    }

    /** What the model is asked for. */
    record Wordings(@Size(min = 1, max = 10) List<String> wordings) {}

    @Override
    public String name() {
        return "rewordings";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        ChatRequest request = ChatRequest.builder()
                .system(String.format(
                        Locale.ROOT,
                        """
            You help to search documents. Write the user's question in %d other ways: synonyms, the words of an expert, the
            words that a document with the answer would use. Keep names, numbers and the language. Do not answer.""",
                        wordings))
                .user(search.question())
                .context(run.context())
                .build();
        List<String> told =
                StructuredAsk.of(model).ask(Wordings.class, request).value().wordings();
        Probe asked = search.probes().get(0);
        List<Probe> probes = new ArrayList<>(search.probes());
        told.stream()
                .filter(wording -> !wording.isBlank() && !wording.equalsIgnoreCase(search.question()))
                .distinct()
                .limit(wordings)
                .forEach(wording -> probes.add(asked.alternative(wording, Probe.How.BOTH, WEIGHT / wordings)));
        run.note("added " + (probes.size() - search.probes().size()) + " wordings");
        return search.withProbes(probes);
    }
}
