package dev.gator.rag.reel;

import dev.gator.error.GatorException;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.text.RagError;
import dev.gator.rag.validate.Finding;
import dev.gator.rag.validate.ReelValidator;
import java.util.List;
import java.util.Optional;

/**
 * Writes scripts with no model at all, from sentences that people wrote, the brief, and the advice in examples that fit. It
 * states nothing about a brand but the brief's offer and facts. The same brief and seed give the same script, and every
 * script follows the rules. Thread-safe.
 */
public final class OfflineReelWriter {

    private static final int TRIES = 48;

    private OfflineReelWriter() {}

    /** Returns the writer. */
    public static OfflineReelWriter create() {
        return new OfflineReelWriter();
    }

    /**
     * Writes a script.
     *
     * @param rules the rules, with the brand's banned words among them
     * @throws GatorException with {@link RagError#NOT_WRITABLE} if the rules leave nothing to write, or
     *     {@link RagError#NO_LANGUAGE}
     */
    public ReelScript write(BrandProfile brand, ScriptRequest request, List<FoundExample> examples, ReelRules rules) {
        Brief brief = Brief.of(brand, request);
        ReelValidator validator = ReelValidator.of(rules, request.language());
        String wrong = "no sentence is left";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<ReelScript> script =
                    new Composition(brief, rules, request.seed() * 1_000 + attempt).write(examples);
            if (script.isPresent()) {
                List<Finding> errors = validator.check(script.get(), request.seconds()).stream()
                        .filter(Finding::isError)
                        .toList();
                if (errors.isEmpty()) {
                    return script.get();
                }
                wrong = errors.get(0).toString();
            }
        }
        throw new GatorException(RagError.NOT_WRITABLE, "the rules allow no script: " + wrong);
    }

    /** Returns what the writer could not take over from a brief, because it is in another language than the script. */
    public List<String> notes(BrandProfile brand, ScriptRequest request) {
        return List.copyOf(Brief.of(brand, request).notes());
    }
}
