package dev.gator.provider.cohere;

import dev.gator.chat.ProviderOptions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Settings that only Cohere has.
 *
 * <pre>{@code
 * List<Citation> citations = new ArrayList<>();
 * CohereOptions own = CohereOptions.defaults()
 *         .withDocuments(CohereDocument.of("d1", "The sky scatters blue light."))
 *         .withCitations(citations::add);
 * ChatRequest.builder().user("Why is the sky blue?").options(own).build();
 * }</pre>
 *
 * @param documents what answers may rest on
 * @param citing how carefully answers are cited
 * @param citations takes each citation as it comes, on the thread that reads the answer
 * @param safety which safety instruction the service adds; not with tools or documents
 * @param strictTools whether tool calls are held to the schemas of the tools
 */
public record CohereOptions(
        List<CohereDocument> documents, Citing citing, Consumer<Citation> citations, Safety safety, boolean strictTools)
        implements ProviderOptions {

    private static final CohereOptions DEFAULTS =
            new CohereOptions(List.of(), Citing.UNSET, citation -> {}, Safety.UNSET, false);

    /** How carefully answers are cited. */
    public enum Citing {
        /** Left to the service. */
        UNSET,
        /** While the answer is written. */
        FAST,
        /** After the answer is written. */
        ACCURATE,
        /** Not at all. */
        OFF
    }

    /** Which safety instruction the service adds. */
    public enum Safety {
        /** Left to the service. */
        UNSET,
        /** The usual one. */
        CONTEXTUAL,
        /** A stricter one. */
        STRICT,
        /** None; newer models do not allow that. */
        OFF
    }

    /** Copies the documents. */
    public CohereOptions {
        documents = List.copyOf(documents);
    }

    /** Returns the options that change nothing. */
    public static CohereOptions defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with documents. */
    public CohereOptions withDocuments(CohereDocument... all) {
        return new CohereOptions(List.of(all), citing, citations, safety, strictTools);
    }

    /** Returns a copy that cites in another way. */
    public CohereOptions withCiting(Citing how) {
        return new CohereOptions(documents, how, citations, safety, strictTools);
    }

    /** Returns a copy that hands citations over. */
    public CohereOptions withCitations(Consumer<Citation> taker) {
        return new CohereOptions(documents, citing, taker, safety, strictTools);
    }

    /** Returns a copy with another safety instruction. */
    public CohereOptions withSafety(Safety mode) {
        return new CohereOptions(documents, citing, citations, mode, strictTools);
    }

    /** Returns a copy that holds tool calls to their schemas, or not. */
    public CohereOptions withStrictTools(boolean strict) {
        return new CohereOptions(documents, citing, citations, safety, strict);
    }
}
