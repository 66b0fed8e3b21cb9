package dev.gator.rag.retrieve;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.error.Require;
import dev.gator.json.Size;
import dev.gator.prompt.StructuredAsk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for the parts of a question, each with an aim of its own, beside the whole. */
record PartsStage(ChatModel model, int most) implements Stage {

    PartsStage {
        Require.range("parts", most, 2, 10);
    }

    /** What the model is asked for. */
    record Parts(@Size(max = 10) List<String> questions) {}

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        ChatRequest request = ChatRequest.builder()
                .system(String.format(
                        Locale.ROOT,
                        """
            You help to search documents. If the user's question needs several facts, write at most %d questions that each
            ask for one of them and can be understood alone. If it needs only one fact, return an empty list. Keep names,
            numbers and the language. Do not answer.""",
                        most))
                .user(search.question())
                .context(run.context())
                .build();
        List<String> parts =
                StructuredAsk.of(model).ask(Parts.class, request).value().questions();
        List<Probe> probes = new ArrayList<>(search.probes());
        parts.stream()
                .filter(part -> !part.isBlank() && !part.equals(search.question()))
                .distinct()
                .limit(most)
                .forEach(part -> probes.add(Probe.of(part)));
        run.note("found " + (probes.size() - search.probes().size()) + " parts");
        return search.withProbes(probes);
    }
}
