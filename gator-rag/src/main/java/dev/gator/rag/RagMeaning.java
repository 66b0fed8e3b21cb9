package dev.gator.rag;

import dev.gator.embed.EmbeddingModel;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.rag.ingest.CachedEmbeddings;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedding model behind a {@link Rag} and its copies: found at the first use, or found missing. Thread-safe. */
final class RagMeaning {

    private static final Logger LOG = LoggerFactory.getLogger(Rag.class);
    private static final Set<ErrorCategory> NOT_HERE =
            EnumSet.of(ErrorCategory.CONFIGURATION, ErrorCategory.NOT_FOUND, ErrorCategory.UNSUPPORTED);

    private final Supplier<Optional<EmbeddingModel>> finding;
    private Optional<EmbeddingModel> found = Optional.empty();
    private boolean looked;

    private RagMeaning(Supplier<Optional<EmbeddingModel>> finding) {
        this.finding = finding;
    }

    static RagMeaning none() {
        return new RagMeaning(Optional::empty);
    }

    static RagMeaning of(Supplier<EmbeddingModel> model) {
        return new RagMeaning(() -> Optional.of(CachedEmbeddings.over(model.get())));
    }

    /** Returns the model if it works here; otherwise the log says once what is missing. */
    static RagMeaning ifThere(Supplier<EmbeddingModel> model) {
        return new RagMeaning(() -> {
            try {
                EmbeddingModel made = model.get();
                made.embed("ready");
                return Optional.of(CachedEmbeddings.over(made));
            } catch (GatorException e) {
                if (!NOT_HERE.contains(e.category())) {
                    throw e;
                }
                LOG.info("documents are found by their words only: {}", e.getMessage());
                return Optional.empty();
            }
        });
    }

    synchronized Optional<EmbeddingModel> get() {
        if (!looked) {
            found = finding.get();
            looked = true;
        }
        return found;
    }
}
