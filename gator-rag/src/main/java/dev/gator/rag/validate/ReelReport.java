package dev.gator.rag.validate;

import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import java.util.List;

/**
 * What there is to say about a script.
 *
 * @param findings errors and warnings
 * @param card the scores
 */
public record ReelReport(List<Finding> findings, ScoreCard card) {

    /** Copies the list. */
    public ReelReport {
        findings = List.copyOf(findings);
    }

    /** Judges a script. */
    public static ReelReport of(
            ReelValidator validator,
            ReelScript script,
            BrandProfile brand,
            ScriptRequest request,
            List<String> examples,
            List<String> competitors) {
        return new ReelReport(
                validator.check(script, request.seconds()),
                ScoreCard.of(script, brand, request, examples, competitors));
    }

    /** Returns a copy with other scores of what the application measures besides. */
    public ReelReport with(List<Score> scores) {
        return new ReelReport(findings, card.with(scores));
    }

    /** Returns whether there are no errors. */
    public boolean isValid() {
        return errors().isEmpty();
    }

    /** Returns what forbids the script. */
    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    /** Returns what could be better. */
    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isError()).toList();
    }

    /** Returns one number to rank by: the overall score, less 25 for each error and 3 for each warning. */
    public double rank() {
        return card.overall() - 25 * errors().size() - 3 * warnings().size();
    }

    /** Returns the card and the findings, one on each line. */
    public String text() {
        StringBuilder text = new StringBuilder(card.toString());
        text.append("\nbrand words: ").append(String.join(", ", card.brand().phrases()));
        card.more().forEach(score -> text.append('\n').append(score));
        for (Finding finding : findings) {
            text.append('\n')
                    .append(finding.isError() ? "error   " : "warning ")
                    .append(finding);
        }
        return text.toString();
    }
}
