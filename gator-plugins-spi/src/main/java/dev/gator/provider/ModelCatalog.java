package dev.gator.provider;

import dev.gator.chat.ModelCard;
import java.util.Optional;

/** What is known about models without asking anyone: windows, capabilities, prices with source and date. */
@FunctionalInterface
public interface ModelCatalog {

    /** Returns the card of the model with that id, such as {@code openai:gpt-4o-mini}. */
    Optional<ModelCard> find(String id);

    /** Returns a catalogue that asks this one first, then {@code next}. */
    default ModelCatalog or(ModelCatalog next) {
        return id -> find(id).or(() -> next.find(id));
    }

    /** Returns a catalogue that knows nothing. */
    static ModelCatalog empty() {
        return id -> Optional.empty();
    }

    /**
     * Reads a catalogue from its JSON text; see {@code docs/guides/model-catalog.md} for the form.
     *
     * @throws dev.gator.error.GatorException naming the entry that cannot be read
     */
    static ModelCatalog parse(String json) {
        return CatalogReader.read(json);
    }
}
