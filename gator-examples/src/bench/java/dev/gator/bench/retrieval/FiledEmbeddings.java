package dev.gator.bench.retrieval;

import dev.gator.content.Sha256;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.usage.Usage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps vectors in a file, so that a second run of the benchmark computes none. */
final class FiledEmbeddings implements EmbeddingModel, AutoCloseable {

    private final EmbeddingModel model;
    private final Map<String, Embedding> known = new HashMap<>();
    private final DataOutputStream out;

    FiledEmbeddings(EmbeddingModel model, Path file) throws IOException {
        this.model = model;
        if (Files.exists(file)) {
            read(file);
        }
        this.out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    }

    @Override
    public EmbeddingCard card() {
        return model.card();
    }

    @Override
    public synchronized EmbeddingReply embed(EmbeddingRequest request) {
        Set<String> missing = new LinkedHashSet<>(request.texts());
        missing.removeIf(text -> known.containsKey(Sha256.of(text)));
        if (!missing.isEmpty()) {
            List<String> texts = List.copyOf(missing);
            List<Embedding> made = model.embed(request.withTexts(texts)).embeddings();
            for (int i = 0; i < texts.size(); i++) {
                keep(Sha256.of(texts.get(i)), made.get(i));
            }
        }
        List<Embedding> all = new ArrayList<>();
        request.texts().forEach(text -> all.add(known.get(Sha256.of(text))));
        return new EmbeddingReply(all, card().id(), Usage.NONE, Optional.empty());
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private void keep(String hash, Embedding meaning) {
        known.put(hash, meaning);
        try {
            out.writeUTF(hash);
            for (float value : meaning.toArray()) {
                out.writeFloat(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String hash = in.readUTF();
                float[] values = new float[model.card().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                known.put(hash, Embedding.of(values));
            }
        } catch (EOFException e) {
            // the end, or a vector that an interrupted run did not finish
        }
    }
}
