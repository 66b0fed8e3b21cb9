package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ModelCard;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Warning;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.orchestration.engine.Done;
import dev.gator.orchestration.engine.Ending;
import dev.gator.orchestration.engine.OrchestrationError;
import dev.gator.orchestration.engine.Run;
import dev.gator.orchestration.engine.StrategyModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks several models for one structured answer and takes the heaviest value of each member. Values are compared exactly.
 * A member without a majority is named in a warning, and if the combination does not fit the schema there is no answer.
 * Requests must ask for JSON. Thread-safe.
 */
public final class Voting implements ChatModel {

    private final List<Member> members;
    private final StrategyModel engine;

    private Voting(List<Member> members) {
        Require.range("members of a vote", members.size(), 2, 9);
        this.members = Member.distinct(members);
        this.engine =
                StrategyModel.of("voting", members.stream().map(Member::model).toList(), this::perform);
    }

    /** Returns a vote among 2 to 9 models of equal weight. */
    public static Voting of(ChatModel... models) {
        return new Voting(Member.all(models));
    }

    /** Returns a vote among 2 to 9 members. */
    public static Voting of(List<Member> members) {
        return new Voting(members);
    }

    /**
     * Lets the members vote.
     *
     * @throws GatorException with {@link OrchestrationError#NO_QUORUM} if half of them or more fail, with
     *     {@link OrchestrationError#NO_AGREEMENT} if the winning values do not fit together
     */
    public Ballot vote(ChatRequest request) {
        return engine.perform(request, this::count);
    }

    @Override
    public ModelCard card() {
        return engine.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return engine.chat(request);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return engine.stream(request);
    }

    private Ending perform(Run run) {
        Ballot ballot = count(run);
        List<Warning> warnings = ballot.disputed().stream()
                .map(field -> new Warning("voting", "no majority on " + field))
                .toList();
        return Ending.told(ChatReply.from(card().id())
                .text(ballot.answer().toString())
                .finish(FinishReason.STOP)
                .warnings(warnings)
                .build());
    }

    private Ballot count(Run run) {
        ResponseFormat format = run.request().format();
        Require.that(!(format instanceof ResponseFormat.Text), "a vote counts JSON; ask with a record or a schema");
        List<Cast> cast = new ArrayList<>();
        List<FailedVoter> failed = new ArrayList<>();
        collect(run, cast, failed);
        if (cast.size() * 2 <= members.size()) {
            throw new GatorException(OrchestrationError.NO_QUORUM, "voters failed: " + failed);
        }
        Set<String> names = new LinkedHashSet<>();
        cast.forEach(vote -> names.addAll(vote.answer().keys()));
        List<FieldVote> fields = new ArrayList<>();
        JsonObject.Builder answer = JsonObject.builder();
        for (String name : names) {
            FieldVote field = decide(name, cast);
            fields.add(field);
            answer.putIf(!field.value().isNull(), name, field.value());
        }
        Ballot ballot = new Ballot(answer.build(), fields, failed);
        run.progress("ballot", cast.size() + " votes, disputed: " + ballot.disputed());
        if (format instanceof ResponseFormat.Schema wanted
                && !wanted.schema().validate(ballot.answer()).isEmpty()) {
            throw new GatorException(
                    OrchestrationError.NO_AGREEMENT,
                    "the winning values do not fit together: "
                            + wanted.schema().validate(ballot.answer()).get(0));
        }
        return ballot;
    }

    private record Cast(JsonObject answer, double weight) {}

    private void collect(Run run, List<Cast> cast, List<FailedVoter> failed) {
        List<Function<Run, Cast>> questions = new ArrayList<>();
        for (Member member : members) {
            questions.add(branch -> {
                ChatReply reply = branch.ask("voter " + member.name(), member.model(), branch.request());
                Json json = Ballots.json(member, reply, branch.request().format());
                return new Cast(json.asObject(), member.weight());
            });
        }
        for (Done<Cast> done : run.settled(questions)) {
            done.value().ifPresent(cast::add);
            done.error().ifPresent(e -> {
                run.context().check();
                if (e.category() == ErrorCategory.BUDGET) {
                    throw e;
                }
                failed.add(new FailedVoter(
                        members.get(done.index()).name(), e.code().id(), e.detail()));
            });
        }
    }

    private static FieldVote decide(String name, List<Cast> cast) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Json> values = new LinkedHashMap<>();
        double all = 0;
        for (Cast vote : cast) {
            Json value = vote.answer().get(name).orElse(Json.nul());
            values.putIfAbsent(value.canonical(), value);
            weights.merge(value.canonical(), vote.weight(), Double::sum);
            all += vote.weight();
        }
        String best = values.keySet().iterator().next();
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            best = entry.getValue() > weights.getOrDefault(best, 0.0) ? entry.getKey() : best;
        }
        double share = weights.getOrDefault(best, 0.0) / all;
        Json winner = values.remove(best);
        return new FieldVote(
                name, winner == null ? Json.nul() : winner, share, share > 0.5, List.copyOf(values.values()));
    }
}
