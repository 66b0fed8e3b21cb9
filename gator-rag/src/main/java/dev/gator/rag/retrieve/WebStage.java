package dev.gator.rag.retrieve;

import dev.gator.content.Sha256;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.Require;
import dev.gator.rag.document.Chunk;
import dev.gator.store.Attributes;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searches the web, too. Pages are scored as records are, by the same calibration. */
record WebStage(SearchBackend backend, int pages) implements Stage {

    private static final int LONGEST = 4_000;

    WebStage {
        Require.range("pages", pages, 1, 50);
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        List<VectorRecord> found = backend.search(search.question(), pages, run.context()).stream()
                .filter(page -> !page.text().isBlank())
                .limit(pages)
                .map(WebStage::record)
                .toList();
        run.note("found " + found.size() + " pages");
        if (found.isEmpty()) {
            return search;
        }
        List<VectorRecord> records = withMeaning(found, run);
        List<Candidate> all = new ArrayList<>(search.found());
        all.addAll(scored(search.question(), records, run));
        return search.withFound(Bounds.best(all, all.size()));
    }

    private static List<Candidate> scored(String question, List<VectorRecord> records, StageRun run) {
        Tally tally = new Tally(run.corpus().calibration(), Fusion.best().meaning());
        Probe probe = Probe.of(question);
        WordShare words =
                WordShare.of(question, records.stream().map(VectorRecord::text).toList());
        tally.addWords(
                probe,
                records.stream()
                        .map(record -> new VectorHit(record, words.share(record.text())))
                        .toList());
        run.meaningOf(probe).ifPresent(meaning -> tally.addMeaning(probe, meaning, List.of()));
        return tally.byScore();
    }

    private static List<VectorRecord> withMeaning(List<VectorRecord> records, StageRun run) {
        Optional<EmbeddingModel> model = run.corpus().embeddings();
        if (model.isEmpty()) {
            return records;
        }
        EmbeddingRequest request = EmbeddingRequest.of(
                        records.stream().map(VectorRecord::text).toList())
                .withContext(run.context());
        List<Embedding> meanings = model.get().embed(request).embeddings();
        List<VectorRecord> all = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            VectorRecord record = records.get(i);
            all.add(new VectorRecord(record.id(), meanings.get(i), record.text(), record.attributes()));
        }
        return all;
    }

    private static VectorRecord record(SearchBackend.WebPage page) {
        String id = "web-" + Sha256.of(page.address()).substring(0, 24);
        String text = page.text().substring(0, Math.min(LONGEST, page.text().length()));
        String title = page.title().isBlank() ? page.address() : page.title();
        return new Chunk(id, id, title, page.address(), text, 0, text.length(), List.of(), 0, Attributes.none())
                .toRecord(null);
    }
}
