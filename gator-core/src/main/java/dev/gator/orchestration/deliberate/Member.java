package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatModel;
import dev.gator.error.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * One of those who are asked.
 *
 * @param name what it is called in verdicts and transcripts
 * @param model who answers
 * @param weight how much its vote counts
 */
public record Member(String name, ChatModel model, double weight) {

    /** Checks the name and the weight. */
    public Member {
        Require.text("name of a member", name);
        Require.range("weight of member " + name, weight, 0.001, 1000);
    }

    /** Returns a member of weight 1, named after its model. */
    public static Member of(ChatModel model) {
        return new Member(model.card().id(), model, 1);
    }

    /** Returns a member of weight 1. */
    public static Member of(String name, ChatModel model) {
        return new Member(name, model, 1);
    }

    /** Returns members of weight 1, named after their models; a model that comes again gets a number. */
    public static List<Member> all(ChatModel... models) {
        List<Member> members = new ArrayList<>();
        for (ChatModel model : models) {
            String id = model.card().id();
            long before = members.stream()
                    .filter(one -> one.model().card().id().equals(id))
                    .count();
            members.add(of(before == 0 ? id : id + "#" + (before + 1), model));
        }
        return List.copyOf(members);
    }

    static List<Member> distinct(List<Member> members) {
        long names = members.stream().map(Member::name).distinct().count();
        Require.that(
                names == members.size(),
                "two members have the same name: "
                        + members.stream().map(Member::name).toList());
        return List.copyOf(members);
    }

    /** Returns the same member with another weight. */
    public Member weighing(double other) {
        return new Member(name, model, other);
    }
}
