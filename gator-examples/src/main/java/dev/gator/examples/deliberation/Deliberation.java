package dev.gator.examples.deliberation;

import dev.gator.Gator;
import dev.gator.budget.Budget;
import dev.gator.budget.Budgeted;
import dev.gator.budget.Limit;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.error.GatorException;
import dev.gator.explain.Explained;
import dev.gator.explain.HtmlPage;
import dev.gator.orchestration.deliberate.Audience;
import dev.gator.orchestration.deliberate.Consensus;
import dev.gator.orchestration.deliberate.Debate;
import dev.gator.orchestration.deliberate.Member;
import dev.gator.orchestration.deliberate.Verdict;
import dev.gator.orchestration.route.Route;
import dev.gator.orchestration.route.Router;
import dev.gator.usage.Money;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Routes a question, lets four advisers vote, holds a debate, writes down why and keeps to a budget. */
public final class Deliberation {

    private static final ChatRequest CLAUSE = ChatRequest.of("Is an oral lease for two years enforceable?");

    private Deliberation() {}

    /** Runs the journey and writes the explanation of the vote to {@code page}. */
    public static void run(PrintStream out, Path page) throws IOException {
        try (Gator gator = Gator.builder().defaultModel("offline").build()) {
            ChatModel small = StandIn.of(gator.model(), "cheap-model", "0.4", "Be brief.");
            ChatModel big = StandIn.of(gator.model(), "reasoning-model", "8", "Be precise.");
            Route easy = Route.to(small).quality(0.4).upToComplexity(0.6);
            Route hard = Route.to(big).quality(0.9).expecting(Duration.ofMillis(2_100));
            out.println(Router.of(easy, hard).explain("Prove sqrt(2) is irrational"));

            Member[] advisers = StandIn.advisers(
                    gator.model(),
                    "An oral lease for more than one year is not enforceable; it needs writing.",
                    "For more than one year an oral lease is not enforceable: it needs writing.",
                    "Courts may uphold a lease that both sides have performed.",
                    "A lease for more than one year needs writing; an oral one is not enforceable.");
            Consensus consensus =
                    Consensus.builder(List.of(advisers)).waitForAll().build();
            Verdict verdict = consensus.deliberate(CLAUSE);
            out.println(verdict + ": " + verdict.orThrow().text());
            verdict.dissent().forEach(position -> out.println("dissent: " + position));
            ChatReply reply = Explained.of(consensus).chat(CLAUSE);
            Files.writeString(page, HtmlPage.of(reply.explanation().orElseThrow()));

            Debate debate = Debate.between(advisers[0].model(), advisers[2].model(), gator.model())
                    .audience(Audience.counted(12, 20), 0.3)
                    .build();
            out.println(debate.debate(CLAUSE).summary());

            Budget budget = Budget.of("journey", Limit.of(Money.usd("0.05")));
            ChatRequest paid = CLAUSE.withContext(gator.context().withSpending(budget));
            try {
                while (true) {
                    Budgeted.of(big).chat(paid);
                }
            } catch (GatorException refused) {
                out.println("spent " + budget.spent().money() + ", then " + refused.getMessage());
            }
        }
    }
}
