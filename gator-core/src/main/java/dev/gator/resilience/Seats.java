package dev.gator.resilience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Chooses replicas. Thread-safe; every method is a few steps under one lock. */
final class Seats<M> {

    private final List<Seat<M>> all;
    private final BalancePolicy policy;
    private final RandomGenerator random;

    private Seats(List<Seat<M>> all, BalancePolicy policy, RandomGenerator random) {
        this.all = all;
        this.policy = policy;
        this.random = random;
    }

    static <M> Seats<M> of(
            List<Replica<M>> replicas, Function<M, String> id, BalancePolicy policy, RandomGenerator random) {
        List<Seat<M>> seats = new ArrayList<>();
        for (Replica<M> replica : replicas) {
            seats.add(new Seat<>(replica.model(), id.apply(replica.model()), replica.weight(), seats.size()));
        }
        return new Seats<>(List.copyOf(seats), policy, random);
    }

    int count() {
        return all.size();
    }

    synchronized Seat<M> take(String key, Set<Seat<M>> without, long now) {
        List<Seat<M>> open = open(without, now);
        Seat<M> seat = open.isEmpty() ? longestAside(without) : choose(key, open);
        seat.sit();
        return seat;
    }

    synchronized void leave(Seat<M> seat, Ending ending, long now) {
        seat.rise(ending, policy.strikes(), now);
    }

    private List<Seat<M>> open(Set<Seat<M>> without, long now) {
        long ejection = policy.ejection().toNanos();
        List<Seat<M>> open = new ArrayList<>(all.size());
        for (Seat<M> seat : all) {
            if (seat.isOpen(now, ejection) && !without.contains(seat)) {
                open.add(seat);
            }
        }
        return open;
    }

    private Seat<M> longestAside(Set<Seat<M>> without) {
        return all.stream()
                .filter(seat -> !without.contains(seat))
                .min(Comparator.comparingLong(Seat::ejectedAt))
                .orElse(all.get(0));
    }

    private Seat<M> choose(String key, List<Seat<M>> open) {
        if (open.size() == 1) {
            return open.get(0);
        }
        if (!key.isEmpty()) {
            return preferred(key, open);
        }
        return switch (policy.spread()) {
            case TWO_CHOICES -> lighter(drawn(open), drawn(open));
            case LEAST_OUTSTANDING -> leastLoaded(open);
            case ROUND_ROBIN -> nextInTurn(open);
        };
    }

    // rendezvous hashing: when a replica goes, only its own sessions move
    private static <M> Seat<M> preferred(String key, List<Seat<M>> open) {
        Seat<M> best = open.get(0);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < open.size(); i++) {
            Seat<M> seat = open.get(i);
            long mixed = mix(key.hashCode() * 31L + seat.place());
            double share = (mixed >>> 11) * 0x1.0p-53;
            double score = seat.weight() / -Math.log(Math.max(share, Double.MIN_NORMAL));
            if (score > highest) {
                highest = score;
                best = seat;
            }
        }
        return best;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private Seat<M> drawn(List<Seat<M>> open) {
        int total = 0;
        for (Seat<M> seat : open) {
            total += seat.weight();
        }
        int at = random.nextInt(total);
        for (Seat<M> seat : open) {
            at -= seat.weight();
            if (at < 0) {
                return seat;
            }
        }
        return open.get(open.size() - 1);
    }

    private static <M> Seat<M> lighter(Seat<M> one, Seat<M> other) {
        return one.load() <= other.load() ? one : other;
    }

    private static <M> Seat<M> leastLoaded(List<Seat<M>> open) {
        Seat<M> best = open.get(0);
        for (Seat<M> seat : open) {
            best = lighter(best, seat);
        }
        return best;
    }

    private static <M> Seat<M> nextInTurn(List<Seat<M>> open) {
        Seat<M> richest = open.get(0);
        int most = Integer.MIN_VALUE;
        int total = 0;
        for (Seat<M> seat : open) {
            int credit = seat.earn();
            total += seat.weight();
            if (credit > most) {
                most = credit;
                richest = seat;
            }
        }
        richest.pay(total);
        return richest;
    }
}
