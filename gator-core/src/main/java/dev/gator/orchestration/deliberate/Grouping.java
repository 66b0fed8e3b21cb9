package dev.gator.orchestration.deliberate;

import dev.gator.orchestration.engine.Likeness;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts votes into positions. */
final class Grouping {

    private Grouping() {}

    static List<Position> positions(List<Vote> votes, Meaning meaning, Run run) {
        List<List<Vote>> groups = new ArrayList<>(exact(votes));
        List<Vote> words = votes.stream().filter(vote -> !vote.isExact()).toList();
        double cast = votes.stream().mapToDouble(vote -> vote.member().weight()).sum();
        List<Position> positions = new ArrayList<>();
        groups.forEach(group -> positions.add(position(group, group.get(0), cast)));
        if (!words.isEmpty()) {
            Likeness likeness = words.size() == 1
                    ? (one, other) -> 1
                    : meaning.compare(
                            words.stream().map(vote -> vote.reply().text()).toList(), run);
            for (List<Integer> group : alike(words, likeness, meaning.threshold())) {
                List<Vote> members = group.stream().map(words::get).toList();
                positions.add(position(members, words.get(middle(group, likeness)), cast));
            }
        }
        // a stable sort: of equals the position of the voter who was named first comes first
        positions.sort(Comparator.comparingDouble((Position position) -> -position.weight()));
        return positions;
    }

    private static List<List<Vote>> exact(List<Vote> votes) {
        Map<String, List<Vote>> groups = new LinkedHashMap<>();
        votes.stream().filter(Vote::isExact).forEach(vote -> groups.computeIfAbsent(
                        vote.exact(), key -> new ArrayList<>())
                .add(vote));
        return List.copyOf(groups.values());
    }

    /** Each vote joins the group it is most like on average, if that is enough; otherwise it opens one of its own. */
    private static List<List<Integer>> alike(List<Vote> votes, Likeness likeness, double threshold) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int vote = 0; vote < votes.size(); vote++) {
            List<Integer> best = null;
            double most = threshold;
            for (List<Integer> group : groups) {
                double mean = mean(vote, group, likeness);
                if (mean >= most) {
                    most = mean;
                    best = group;
                }
            }
            if (best == null) {
                best = new ArrayList<>();
                groups.add(best);
            }
            best.add(vote);
        }
        return groups;
    }

    private static int middle(List<Integer> group, Likeness likeness) {
        int middle = group.get(0);
        for (int one : group) {
            middle = mean(one, group, likeness) > mean(middle, group, likeness) + 1e-9 ? one : middle;
        }
        return middle;
    }

    private static double mean(int one, List<Integer> group, Likeness likeness) {
        return group.stream()
                .mapToDouble(other -> one == other ? 1 : likeness.between(one, other))
                .average()
                .orElse(0);
    }

    private static Position position(List<Vote> group, Vote speaker, double cast) {
        double weight =
                group.stream().mapToDouble(vote -> vote.member().weight()).sum();
        List<String> voters = group.stream().map(vote -> vote.member().name()).toList();
        return new Position(speaker.reply(), voters, weight, weight / cast);
    }
}
