package dev.gator.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Spending.Estimate;
import dev.gator.call.Spending.Reservation;
import dev.gator.call.Workers;
import dev.gator.error.GatorException;
import dev.gator.testing.ManualTime;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private final ManualTime time = ManualTime.create();

    @Test
    void refusesBeforeSpendingAndNamesBudgetPriceAndRest() {
        Budget budget = Budget.of("tenant acme", Limit.of(Money.usd("0.05")));
        budget.reserve(costing("0.04")).settle(Usage.reported(10, 10), Optional.of(Money.usd("0.03")));

        GatorException refused = assertThrows(GatorException.class, () -> budget.reserve(costing("0.021")));

        assertEquals(BudgetError.MONEY_EXCEEDED, refused.code());
        assertTrue(refused.getMessage().contains("tenant acme"), refused.getMessage());
        assertTrue(refused.getMessage().contains("$0.021"), refused.getMessage());
        assertTrue(refused.getMessage().contains("$0.02 is left of $0.05"), refused.getMessage());
        budget.reserve(costing("0.02"));
    }

    @Test
    void whatIsSetAsideCannotBeSpentTwice() {
        Budget budget = Budget.of("b", Limit.of(Money.usd("1")));
        Reservation first = budget.reserve(costing("0.60"));

        assertThrows(GatorException.class, () -> budget.reserve(costing("0.60")));
        first.release();
        budget.reserve(costing("0.60"));
    }

    @Test
    void onlyTheFirstOfSettleAndReleaseCounts() {
        Budget budget = Budget.of("b", Limit.of(Money.usd("1")));
        Reservation reservation = budget.reserve(costing("0.60"));
        reservation.settle(Usage.reported(1, 1), Optional.of(Money.usd("0.10")));
        reservation.settle(Usage.reported(1, 1), Optional.of(Money.usd("0.10")));
        reservation.release();

        assertEquals(
                new Spent(Money.usd("0.1"), Money.ZERO, 2, 1, budget.spent().time(), 0), budget.spent());
    }

    @Test
    void anOuterBudgetRefusesForItsInnerOneWhichKeepsNothing() {
        Budget tenant = Budget.of("tenant", Limit.of(Money.usd("0.10")));
        Budget talk = tenant.within("talk", Limit.of(Money.usd("5")));

        GatorException refused = assertThrows(GatorException.class, () -> talk.reserve(costing("0.20")));

        assertTrue(refused.getMessage().contains("budget tenant"), refused.getMessage());
        assertEquals(Money.ZERO, talk.spent().reserved());
        talk.reserve(costing("0.10")).settle(Usage.reported(1, 0), Optional.of(Money.usd("0.10")));
        assertEquals(Money.usd("0.10"), tenant.spent().money());
    }

    @Test
    void tokensCallsAndWorkingTimeAreLimitsToo() {
        Budget tokens = Budget.of("t", Limit.none().tokens(100), time);
        assertEquals(BudgetError.TOKENS_EXCEEDED, codeOf(() -> tokens.reserve(tokens(101))));

        Budget calls = Budget.of("c", Limit.none().calls(1), time);
        calls.reserve(tokens(1));
        assertEquals(BudgetError.CALLS_EXCEEDED, codeOf(() -> calls.reserve(tokens(1))));

        Budget working = Budget.of("w", Limit.none().time(Duration.ofSeconds(2)), time);
        Reservation slow = working.reserve(tokens(1));
        time.advance(Duration.ofSeconds(2));
        slow.settle(Usage.reported(1, 1), Optional.empty());
        assertEquals(BudgetError.TIME_EXCEEDED, codeOf(() -> working.reserve(tokens(1))));
    }

    @Test
    void aWindowStartsAnewAndForgetsHoldsOfTheLastOne() {
        Budget daily = Budget.of("d", Limit.none().calls(1).per(Duration.ofDays(1)), time);
        Reservation late = daily.reserve(tokens(1));
        time.advance(Duration.ofDays(1));

        late.settle(Usage.reported(1, 1), Optional.empty());

        assertEquals(BudgetError.CALLS_EXCEEDED, codeOf(() -> daily.reserve(tokens(1))), "it counts where it ended");
        time.advance(Duration.ofDays(3));
        daily.reserve(tokens(1));
    }

    @Test
    void unknownIsNotFree() {
        Estimate unpriced = new Estimate("acme:new", Usage.estimated(10, 10), Optional.empty());
        Budget strict = Budget.of("s", Limit.of(Money.usd("1")));
        Budget open =
                Budget.of("o", Limit.of(Money.usd("1")).allowingUnknownPrices().tokens(30));

        assertEquals(BudgetError.PRICE_UNKNOWN, codeOf(() -> strict.reserve(unpriced)));
        open.reserve(unpriced).settle(Usage.reported(10, 5), Optional.empty());
        assertEquals(1, open.spent().unpricedCalls());
        assertEquals(BudgetError.TOKENS_EXCEEDED, codeOf(() -> open.reserve(unpriced)), "tokens still count");
    }

    @Test
    void anAnswerOfUnknownUsageIsBookedAsWhatWasSetAside() {
        Budget budget = Budget.of("b", Limit.of(Money.usd("1")));
        budget.reserve(costing("0.60")).settle(Usage.UNKNOWN, Optional.empty());

        assertEquals(Money.usd("0.60"), budget.spent().money());
        assertEquals(200, budget.spent().tokens());
    }

    @Test
    void competitorsForTheLastCentGetItOnce() throws InterruptedException {
        Budget tenant = Budget.of("tenant", Limit.of(Money.usd("1.00")));
        Executor workers = Workers.named("spender");
        AtomicInteger granted = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(32);
        for (int i = 0; i < 32; i++) {
            Budget own = tenant.within("user " + i, Limit.none());
            workers.execute(() -> {
                for (int n = 0; n < 50; n++) {
                    spendOneCent(own, granted);
                }
                done.countDown();
            });
        }

        assertTrue(done.await(20, TimeUnit.SECONDS));
        assertEquals(100, granted.get());
        assertEquals(Money.usd("1"), tenant.spent().money());
        assertEquals(Money.ZERO, tenant.spent().reserved());
    }

    @Test
    void aPlanGivesTheSameKeysTheSameAccount() {
        BudgetPlan plan =
                BudgetPlan.create(time).level(Limit.of(Money.usd("1"))).level(Limit.of(Money.usd("0.50")));

        assertSame(plan.of("acme", "emma"), plan.of("acme", "emma"));
        plan.of("acme", "emma").reserve(costing("0.40"));
        plan.of("acme", "max").reserve(costing("0.40"));
        assertEquals(
                BudgetError.MONEY_EXCEEDED, codeOf(() -> plan.of("acme", "lea").reserve(costing("0.40"))));
        plan.of("other", "lea").reserve(costing("0.40"));
        assertEquals(Money.usd("0.80"), plan.of("acme").spent().reserved());
    }

    @Test
    void theLedgerKeepsExactLinesAndQuotesForSpreadsheets() {
        Ledger ledger = Ledger.ofLines(2);
        Budget budget = Budget.of("=cmd()", Limit.none(), time).recordingIn(ledger);
        for (int i = 0; i < 3; i++) {
            budget.reserve(costing("0.01")).settle(Usage.reported(i, 1), Optional.of(Money.usd("0.00000015")));
        }
        budget.reserve(tokens(5)).settle(Usage.reported(9, 1), Optional.empty());

        assertEquals(
                List.of(2L, 9L),
                ledger.lines().stream().map(l -> l.usage().input()).toList());
        assertTrue(ledger.toCsv().contains("\"'=cmd()\",\"acme:small\",2,1,0,0,0,REPORTED,0.00000015,USD\n"));
        assertTrue(ledger.toCsv().endsWith("9,1,0,0,0,REPORTED,,\n"), "an unknown cost is empty, not zero");
        assertTrue(ledger.toJsonLines().contains("\"cost\":null"));
    }

    @Test
    void silentlyWrongLimitsAreRefused() {
        assertThrows(GatorException.class, () -> Limit.of(Money.usd("-1")));
        assertThrows(GatorException.class, () -> Limit.none().tokens(-1));
        assertThrows(GatorException.class, () -> Limit.none().per(Duration.ZERO));
        assertThrows(GatorException.class, () -> Ledger.ofLines(0));
    }

    private static void spendOneCent(Budget budget, AtomicInteger granted) {
        try {
            Reservation reservation = budget.reserve(costing("0.01"));
            granted.incrementAndGet();
            reservation.settle(Usage.reported(1, 1), Optional.of(Money.usd("0.01")));
        } catch (GatorException refused) {
            assertEquals(BudgetError.MONEY_EXCEEDED, refused.code());
        }
    }

    private static Estimate costing(String dollars) {
        return new Estimate("acme:small", Usage.estimated(100, 100), Optional.of(Money.usd(dollars)));
    }

    private static Estimate tokens(long count) {
        return new Estimate("acme:small", Usage.estimated(count, 0), Optional.empty());
    }

    private static Object codeOf(org.junit.jupiter.api.function.Executable refused) {
        return assertThrows(GatorException.class, refused).code();
    }
}
