package dev.gator.orchestration.reason;

import dev.gator.error.Require;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Run;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a talk is over. A value; asked after every line. Implementations are thread-safe. */
@FunctionalInterface
public interface StopRule {

    /** Returns why the talk is over, or empty if it goes on. */
    Optional<String> over(List<Line> lines, Duration lasting, Run run);

    /** Returns: after that many lines, 1 to 1000. */
    static StopRule afterTurns(int turns) {
        Require.range("turns", turns, 1, 1000);
        return (lines, lasting, run) -> lines.size() >= turns ? Optional.of(turns + " turns") : Optional.empty();
    }

    /** Returns: before the first line that would begin after that time. */
    static StopRule after(Duration time) {
        Require.positive("time of a talk", time);
        return (lines, lasting, run) -> lasting.compareTo(time) >= 0 ? Optional.of("time is up") : Optional.empty();
    }

    /** Returns: when somebody says that word or phrase. */
    static StopRule whenSaid(String phrase) {
        Require.text("closing phrase", phrase);
        return (lines, lasting, run) -> lines.get(lines.size() - 1).text().contains(phrase)
                ? Optional.of("the closing phrase was said")
                : Optional.empty();
    }

    /** Returns: when two lines in a row by different speakers mean the same. */
    static StopRule whenAgreed(Meaning meaning) {
        return (lines, lasting, run) -> {
            int last = lines.size() - 1;
            if (last < 1 || lines.get(last).speaker().equals(lines.get(last - 1).speaker())) {
                return Optional.empty();
            }
            List<String> pair =
                    List.of(lines.get(last - 1).text(), lines.get(last).text());
            double alike = meaning.compare(pair, run).between(0, 1);
            return alike >= meaning.threshold() ? Optional.of("they agree") : Optional.empty();
        };
    }

    /** Returns: when this or the other rule says so. */
    default StopRule or(StopRule other) {
        return (lines, lasting, run) -> over(lines, lasting, run).or(() -> other.over(lines, lasting, run));
    }
}
