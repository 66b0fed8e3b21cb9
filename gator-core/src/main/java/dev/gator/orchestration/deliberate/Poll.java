package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatReply;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.orchestration.engine.Done;
import dev.gator.orchestration.engine.Grade;
import dev.gator.orchestration.engine.OrchestrationError;
import dev.gator.orchestration.engine.Parallel;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** One vote: takes the answers as they come and ends as soon as nothing can change. Used by one thread. */
final class Poll {

    private static final double A_HAIR = 1e-9;

    private final Consensus.Rules rules;
    private final Run run;
    private final List<Vote> votes = new ArrayList<>();
    private final List<FailedVoter> failed = new ArrayList<>();

    Poll(Consensus.Rules rules, Run run) {
        this.rules = rules;
        this.run = run;
    }

    Verdict hold() {
        List<Function<Run, ChatReply>> questions = new ArrayList<>();
        for (Member member : rules.members()) {
            questions.add(branch -> branch.ask("voter " + member.name(), member.model(), branch.request()));
        }
        try (Parallel<ChatReply> answers = run.start(questions)) {
            boolean open = true;
            while (open) {
                Optional<Done<ChatReply>> next = answers.next();
                next.ifPresent(this::take);
                open = next.isPresent() && !isDecided();
            }
        }
        return verdict();
    }

    private void take(Done<ChatReply> done) {
        Member member = rules.members().get(done.index());
        try {
            votes.add(
                    Ballots.read(done.index(), member, done.get(), run.request().format(), rules.field()));
            run.progress("vote", votes.size() + " of " + rules.members().size() + " answered");
        } catch (GatorException e) {
            refuseToGoOnAfter(e);
            failed.add(new FailedVoter(member.name(), e.code().id(), e.detail()));
            run.progress("voter failed", member.name() + " with " + e.code().id());
            if (rules.members().size() - failed.size() < rules.quorum()) {
                throw new GatorException(
                        OrchestrationError.NO_QUORUM,
                        failed.size() + " of " + rules.members().size() + " voters failed, the quorum is "
                                + rules.quorum() + ": " + failed,
                        e);
            }
        }
    }

    // an exhausted budget or a cancelled call is everybody's, not one voter's trouble
    private void refuseToGoOnAfter(GatorException e) {
        run.context().check();
        if (e.category() == ErrorCategory.BUDGET || e.category() == ErrorCategory.CANCELLED) {
            throw e;
        }
    }

    /** Whether the heaviest position has its share even if everybody still out says something else. */
    private boolean isDecided() {
        if (!rules.earlyStop() || votes.size() < Math.max(2, rules.quorum()) || outstanding() == 0) {
            return false;
        }
        double all = cast() + outstanding();
        // comparing may cost money, so it waits until the answers could be enough at all
        return suffices(cast(), all) && suffices(positions().get(0).weight(), all);
    }

    private Verdict verdict() {
        List<Position> positions = positions();
        List<String> heard = new ArrayList<>();
        votes.forEach(vote -> heard.add(vote.member().name()));
        failed.forEach(voter -> heard.add(voter.name()));
        List<String> unheard = rules.members().stream()
                .map(Member::name)
                .filter(name -> !heard.contains(name))
                .toList();
        for (Position position : positions) {
            run.note("position", String.format(Locale.ROOT, "%.2f %s", position.share(), position.voters()));
        }
        Decision decision = decide(positions);
        Verdict verdict = new Verdict(
                decision.outcome(),
                decision.positions(),
                failed,
                unheard,
                rules.meaning().name(),
                decision.reason());
        run.progress("verdict", verdict.toString());
        return verdict;
    }

    private record Decision(Verdict.Outcome outcome, List<Position> positions, String reason) {}

    private Decision decide(List<Position> positions) {
        Position first = positions.get(0);
        if (suffices(first.weight(), cast())) {
            return new Decision(Verdict.Outcome.AGREED, positions, "enough voters mean the same");
        }
        boolean tied = positions.size() > 1 && positions.get(1).weight() >= first.weight() - A_HAIR;
        String split = String.format(
                Locale.ROOT,
                "%s at %.2f of the votes, more than %.2f is needed",
                tied ? "a tie" : "the heaviest position",
                first.share(),
                rules.needed());
        return switch (rules.undecided()) {
            case REPORT -> new Decision(tied ? Verdict.Outcome.TIED : Verdict.Outcome.DISAGREED, positions, split);
            case HEAVIEST ->
                new Decision(Verdict.Outcome.DECIDED, positions, split + "; the heaviest position was taken");
            case JUDGE -> judged(positions, split);
        };
    }

    private Decision judged(List<Position> positions, String split) {
        Scorer judge = rules.judge().orElseThrow();
        List<Grade> grades =
                judge.grade(run, positions.stream().map(p -> p.reply().text()).toList());
        List<Position> chosen = new ArrayList<>(positions);
        Position best = chosen.remove(Scorer.best(grades));
        chosen.add(0, best);
        return new Decision(Verdict.Outcome.DECIDED, chosen, split + "; the judge chose");
    }

    private boolean suffices(double weight, double of) {
        boolean majority = weight > of / 2 + A_HAIR;
        return majority && weight >= rules.needed() * of - A_HAIR;
    }

    private List<Position> positions() {
        // in the order of the members, so that a verdict does not depend on who was fastest
        votes.sort(Comparator.comparingInt(Vote::index));
        return Grouping.positions(votes, rules.meaning(), run);
    }

    private double cast() {
        return votes.stream().mapToDouble(vote -> vote.member().weight()).sum();
    }

    private double outstanding() {
        double all = rules.members().stream().mapToDouble(Member::weight).sum();
        double lost = rules.members().stream()
                .filter(member -> failed.stream().anyMatch(voter -> voter.name().equals(member.name())))
                .mapToDouble(Member::weight)
                .sum();
        return all - cast() - lost;
    }
}
