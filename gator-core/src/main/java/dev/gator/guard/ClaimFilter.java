package dev.gator.guard;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites claims to be human while text streams through. Text leaves as soon as it can no longer be the beginning of a
 * claim; how the text is cut into pieces makes no difference to what comes out. Not thread-safe.
 */
final class ClaimFilter {

    /** The claims of all languages begin with one of these letters. */
    private static final String FIRST_LETTERS = "iIyYaAsSnNjJeE\u0130\u0131";

    private static final int CONTEXT = 24;

    private final StringBuilder pending = new StringBuilder();
    private int settled; // characters at the start of pending that have left and only serve as context
    private int rewritten;

    /** Takes in text and returns what may leave. */
    String push(String text) {
        appendVisible(text);
        return drain(false);
    }

    /** Returns the rest; the text is complete. */
    String finish() {
        return drain(true);
    }

    /** Returns how many claims were rewritten. */
    int rewritten() {
        return rewritten;
    }

    static String rewrite(String text) {
        ClaimFilter filter = new ClaimFilter();
        return filter.push(text) + filter.finish();
    }

    // characters without width have no business inside words and would hide a claim from the patterns
    private void appendVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\u200B' && c != '\u2060' && c != '\uFEFF' && c != '\u00AD') {
                pending.append(c);
            }
        }
    }

    private String drain(boolean complete) {
        StringBuilder out = new StringBuilder();
        int at = settled;
        while (at < pending.length()) {
            if (!mayBegin(at)) {
                out.append(pending.charAt(at++));
                continue;
            }
            Finding finding = look(at, complete);
            if (finding.open) {
                break;
            }
            if (finding.tongue == null) {
                out.append(pending.charAt(at++));
            } else {
                out.append(truthFor(finding.tongue, pending.charAt(at)));
                rewritten++;
                at = finding.end;
            }
        }
        settle(at);
        return out.toString();
    }

    private boolean mayBegin(int at) {
        return FIRST_LETTERS.indexOf(pending.charAt(at)) >= 0
                && (at == 0 || !Character.isLetterOrDigit(pending.charAt(at - 1)));
    }

    private Finding look(int at, boolean complete) {
        for (Tongue tongue : Tongue.values()) {
            Matcher matcher = tongue.claim().matcher(pending);
            matcher.region(at, pending.length()).useTransparentBounds(true).useAnchoringBounds(false);
            boolean found = matcher.lookingAt();
            if (matcher.hitEnd() && !complete) {
                return Finding.OPEN;
            }
            if (found) {
                return new Finding(tongue, matcher.end(), false);
            }
        }
        return Finding.NOTHING;
    }

    private static String truthFor(Tongue tongue, char first) {
        String truth = tongue.truth();
        return Character.isUpperCase(first) ? Character.toUpperCase(truth.charAt(0)) + truth.substring(1) : truth;
    }

    private void settle(int at) {
        int drop = Math.max(0, at - CONTEXT);
        pending.delete(0, drop);
        settled = at - drop;
    }

    private record Finding(@Nullable Tongue tongue, int end, boolean open) {
        static final Finding OPEN = new Finding(null, 0, true);
        static final Finding NOTHING = new Finding(null, 0, false);
    }
}
