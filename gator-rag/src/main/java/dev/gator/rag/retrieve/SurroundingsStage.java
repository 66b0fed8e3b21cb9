package dev.gator.rag.retrieve;

import dev.gator.embed.Embedding;
import dev.gator.error.Require;
import dev.gator.rag.document.Chunk;
import dev.gator.store.Filter;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Small to big: small pieces are found well, larger ones are understood well. Adds the neighbours of a piece in its document
 * by their offsets; a piece that has become part of a better one is dropped.
 */
record SurroundingsStage(int characters) implements Stage {

    private static final int MOST_PIECES = 50;

    SurroundingsStage {
        Require.range("characters around a piece", characters, 1, 100_000);
    }

    @Override
    public String name() {
        return "surroundings";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        List<Candidate> grown = new ArrayList<>();
        Set<String> inside = new HashSet<>();
        int merged = 0;
        for (Candidate candidate : search.found()) {
            run.context().check();
            if (inside.contains(candidate.id())) {
                merged++;
                continue;
            }
            List<Chunk> around = around(candidate, search.filter(), run);
            around.forEach(piece -> inside.add(piece.id()));
            grown.add(grow(candidate, around));
        }
        run.note("merged " + merged + " into better ones");
        return search.withFound(grown);
    }

    private List<Chunk> around(Candidate candidate, Filter filter, StageRun run) {
        Chunk piece = Chunk.of(candidate.record());
        Filter near = filter.and(Filter.eq(Chunk.DOCUMENT, piece.documentId()))
                .and(Filter.atLeast(Chunk.END, Math.max(0, piece.start() - characters)))
                .and(Filter.atMost(Chunk.START, piece.end() + characters));
        Embedding meaning = candidate.record().vector();
        VectorQuery query = new VectorQuery(meaning, meaning == null ? piece.text() : null, near, MOST_PIECES, 0);
        List<VectorHit> hits = candidate.text().isBlank()
                ? List.of()
                : run.corpus()
                        .store()
                        .search(run.context().owner(), run.corpus().collection(), query);
        return hits.stream()
                .map(hit -> Chunk.of(hit.record()))
                .sorted(Comparator.comparingInt(Chunk::start).thenComparing(Chunk::id))
                .toList();
    }

    private static Candidate grow(Candidate candidate, List<Chunk> around) {
        if (around.size() < 2 || around.stream().noneMatch(it -> it.id().equals(candidate.id()))) {
            return candidate;
        }
        Chunk first = around.get(0);
        StringBuilder text = new StringBuilder(first.text());
        int end = first.end();
        for (Chunk next : around.subList(1, around.size())) {
            text.append(continuation(next, end));
            end = Math.max(end, next.end());
        }
        Chunk own = Chunk.of(candidate.record());
        Chunk whole = new Chunk(
                own.id(),
                own.documentId(),
                own.title(),
                own.source(),
                text.toString(),
                first.start(),
                end,
                own.headings(),
                first.page(),
                own.facts());
        return new Candidate(whole.toRecord(candidate.record().vector()), candidate.score());
    }

    /** Returns what a piece adds after {@code end}; pieces may overlap, and a table's repeats its header. */
    private static String continuation(Chunk next, int end) {
        if (next.end() <= end) {
            return "";
        }
        boolean exact = next.text().length() == next.end() - next.start();
        if (next.start() > end || !exact) {
            return "\n" + next.text();
        }
        return next.text().substring(end - next.start());
    }
}
