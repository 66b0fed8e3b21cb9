package dev.gator.rag.retrieve;

import dev.gator.embed.Embedding;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts together what the lists of a search say about each record. */
final class Tally {

    private final Calibration calibration;
    private final double share;
    private final Map<String, VectorRecord> records = new LinkedHashMap<>();
    private final Map<String, Aim> aims = new LinkedHashMap<>();
    private final List<WeightedList> lists = new ArrayList<>();

    Tally(Calibration calibration, double share) {
        this.calibration = calibration;
        this.share = share;
    }

    void addWords(Probe probe, List<VectorHit> hits) {
        take(probe, hits);
        Map<String, Double> scores = new HashMap<>();
        hits.forEach(hit -> scores.put(hit.record().id(), hit.score()));
        aim(probe).words.add(new Heard(probe.weight(), record -> scores.getOrDefault(record.id(), 0.0)));
    }

    void addMeaning(Probe probe, Embedding meaning, List<VectorHit> hits) {
        take(probe, hits);
        Map<String, Double> scores = new HashMap<>();
        hits.forEach(hit -> scores.put(hit.record().id(), 2 * hit.score() - 1));
        // a record that only words found has a cosine, too, if the store hands its vector out
        aim(probe).meanings.add(new Heard(probe.weight(), record -> record.embedding()
                .filter(vector -> vector.dimensions() == meaning.dimensions())
                .map(meaning::cosine)
                .orElseGet(() -> scores.getOrDefault(record.id(), calibration.unrelated()))));
    }

    List<Candidate> byScore() {
        List<Candidate> all = new ArrayList<>();
        records.values().forEach(record -> all.add(new Candidate(record, score(record))));
        all.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id));
        return all;
    }

    List<Candidate> byRank(int constant) {
        Map<String, Double> sums = new HashMap<>();
        for (WeightedList list : lists) {
            for (int i = 0; i < list.ids.size(); i++) {
                sums.merge(list.ids.get(i), list.weight / (constant + i + 1), Double::sum);
            }
        }
        List<Candidate> all = new ArrayList<>();
        records.values().forEach(record -> all.add(new Candidate(record, score(record))));
        all.sort(Comparator.comparingDouble((Candidate it) -> sums.getOrDefault(it.id(), 0.0))
                .reversed()
                .thenComparing(Candidate::id));
        return all;
    }

    private double score(VectorRecord record) {
        return aims.values().stream()
                .mapToDouble(aim -> aim.score(record, calibration, share))
                .max()
                .orElse(0);
    }

    private void take(Probe probe, List<VectorHit> hits) {
        hits.forEach(hit -> records.putIfAbsent(hit.record().id(), hit.record()));
        lists.add(new WeightedList(
                probe.weight(), hits.stream().map(hit -> hit.record().id()).toList()));
    }

    private Aim aim(Probe probe) {
        return aims.computeIfAbsent(probe.aim(), name -> new Aim(new ArrayList<>(), new ArrayList<>()));
    }

    private interface Voice {
        double of(VectorRecord record);
    }

    private record Heard(double weight, Voice voice) {}

    private record WeightedList(double weight, List<String> ids) {}

    private record Aim(List<Heard> words, List<Heard> meanings) {

        double score(VectorRecord record, Calibration calibration, double share) {
            if (meanings.isEmpty()) {
                return calibration.wordsScore(mean(words, record));
            }
            double meaning = calibration.meaning(mean(meanings, record));
            return calibration.score(words.isEmpty() ? meaning : share * meaning + (1 - share) * mean(words, record));
        }

        private static double mean(List<Heard> voices, VectorRecord record) {
            double sum = 0;
            double weights = 0;
            for (Heard heard : voices) {
                sum += heard.weight * heard.voice.of(record);
                weights += heard.weight;
            }
            return sum / weights;
        }
    }
}
