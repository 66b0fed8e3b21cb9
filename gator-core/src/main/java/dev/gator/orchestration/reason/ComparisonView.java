package dev.gator.orchestration.reason;

import dev.gator.chat.ChatReply;
import dev.gator.error.GatorException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Several answers side by side.
 *
 * @param branches the answers, in the order of the participants
 * @param likeness how alike the answers of two branches are, 0 to 1; a failed branch is like no other
 * @param comparedBy how they were compared
 */
public record ComparisonView(List<Branch> branches, List<List<Double>> likeness, String comparedBy) {

    /** Copies the lists. */
    public ComparisonView {
        branches = List.copyOf(branches);
        likeness = likeness.stream().map(List::copyOf).toList();
    }

    /**
     * One answer.
     *
     * @param name who gave it
     * @param reply the answer, if it came
     * @param error why it did not come
     */
    public record Branch(String name, Optional<ChatReply> reply, Optional<GatorException> error) {}

    /** Returns the branch that the others are most like, of those that answered. */
    public Branch mostTypical() {
        return branches.get(extreme(1));
    }

    /** Returns the branch that the others are least like, of those that answered. */
    public Branch mostUnusual() {
        return branches.get(extreme(-1));
    }

    /** Returns the mean likeness of a branch to the others that answered. */
    public double typicality(int branch) {
        double sum = 0;
        int others = 0;
        for (int i = 0; i < branches.size(); i++) {
            if (i != branch && branches.get(i).reply().isPresent()) {
                sum += likeness.get(branch).get(i);
                others++;
            }
        }
        return others == 0 ? 1 : sum / others;
    }

    /** Returns the answers side by side as Markdown, each with its likeness to the rest. */
    public String toMarkdown() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            String said = branch.reply()
                    .map(ChatReply::text)
                    .orElseGet(() -> "failed: "
                            + branch.error().map(GatorException::detail).orElse("unknown"));
            page.append(String.format(
                    Locale.ROOT, "### %s (likeness to the others %.2f)%n%n%s%n%n", branch.name(), typicality(i), said));
        }
        return page.toString();
    }

    private int extreme(int sign) {
        int found = -1;
        for (int i = 0; i < branches.size(); i++) {
            boolean answered = branches.get(i).reply().isPresent();
            if (answered && (found < 0 || sign * typicality(i) > sign * typicality(found))) {
                found = i;
            }
        }
        return Math.max(found, 0);
    }
}
