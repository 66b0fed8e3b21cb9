package dev.gator;

import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import java.util.List;

/**
 * The models of all providers, and the providers that could not tell.
 *
 * @param models what there is, by id
 * @param failures who did not answer, and why
 */
public record ModelListing(List<ModelCard> models, List<Failure> failures) {

    /** Copies the lists. */
    public ModelListing {
        models = List.copyOf(models);
        failures = List.copyOf(failures);
    }

    /**
     * A provider that did not answer.
     *
     * @param provider its name
     * @param error why
     */
    public record Failure(String provider, GatorException error) {}
}
