package dev.gator.rag.validate;

import dev.gator.rag.script.ReelField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges a script while it is written and tells each finding once. Belongs to one thread. */
public final class LiveValidator {

    private final ReelValidator validator;
    private final Set<Finding> told = new LinkedHashSet<>();

    private LiveValidator(ReelValidator validator) {
        this.validator = validator;
    }

    /** Returns a judge that has seen nothing yet. */
    public static LiveValidator of(ReelValidator validator) {
        return new LiveValidator(validator);
    }

    /** Takes a part as far as it is written; returns what is new and cannot be mended by more words. */
    public List<Finding> growing(ReelField field, String soFar) {
        return fresh(validator.growing(field, soFar));
    }

    /** Takes a part that is complete; returns what is new. */
    public List<Finding> complete(ReelField field, List<String> values) {
        return fresh(
                field == ReelField.HASHTAGS
                        ? validator.hashtags(values)
                        : validator.text(field, String.join(" ", values)));
    }

    private List<Finding> fresh(List<Finding> findings) {
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : findings) {
            boolean grew = finding.message().startsWith("already")
                    && told.stream()
                            .anyMatch(other -> other.field() == finding.field()
                                    && other.message().startsWith("already"));
            if (!grew && told.add(finding)) {
                fresh.add(finding);
            }
        }
        return fresh;
    }
}
