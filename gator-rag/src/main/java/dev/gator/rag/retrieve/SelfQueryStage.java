package dev.gator.rag.retrieve;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.error.Require;
import dev.gator.json.Length;
import dev.gator.json.Size;
import dev.gator.prompt.StructuredAsk;
import dev.gator.store.Filter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads conditions out of the question. The model only names them; what becomes of them is decided here, against the
 * declared facts, and they are added to the filter that was there, so no answer of a model can show more than before.
 */
record SelfQueryStage(ChatModel model, List<Facet> facets) implements Stage {

    SelfQueryStage {
        facets = Require.notEmpty("facts to ask for", facets);
    }

    /** What the model is asked for. */
    record Conditions(@Size(max = 8) List<Condition> conditions) {}

    /** One condition. */
    record Condition(String fact, Facet.Relation relation, @Length(max = 200) String value) {}

    @Override
    public String name() {
        return "self-query";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        String listed = facets.stream()
                .map(it -> "- " + it.name() + " (" + it.kind() + "): " + it.description())
                .collect(Collectors.joining("\n"));
        String today = run.context().time().now().toString().substring(0, 10);
        ChatRequest request = ChatRequest.builder()
                .system(String.format(
                        """
            Documents have these facts:
            %s
            Which conditions on these facts does the user's question state? Only what it says outright; no conditions if it
            states none. Dates are written 2026-01-31. Today is %s.""",
                        listed, today))
                .user(search.question())
                .context(run.context())
                .build();
        Filter filter = search.filter();
        for (Condition condition :
                StructuredAsk.of(model).ask(Conditions.class, request).value().conditions()) {
            Optional<Filter> found = filter(condition);
            filter = found.map(filter::and).orElse(filter);
            run.note(found.isPresent() ? "only where " + condition.fact() + " fits" : "a condition that fits no fact");
        }
        return narrowed(search, filter, run);
    }

    private Optional<Filter> filter(Condition condition) {
        return facets.stream()
                .filter(facet -> facet.name().equals(condition.fact()))
                .findFirst()
                .flatMap(facet -> facet.filter(condition.relation(), condition.value()));
    }

    private static Search narrowed(Search search, Filter filter, StageRun run) {
        if (filter == search.filter()) {
            return search;
        }
        long left =
                run.corpus().store().count(run.context().owner(), run.corpus().collection(), filter);
        if (left == 0) {
            run.note("left out: no record meets the conditions");
            return search;
        }
        return search.withFilter(filter);
    }
}
