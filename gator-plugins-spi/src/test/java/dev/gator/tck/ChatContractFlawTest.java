package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChatContractFlawTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IGNORES_ITS_CARD")
    void isFound(Flaw flaw) {
        ContractRun run = ContractRun.with(flaw, () -> ContractRun.of(ToyContractTest.class, flaw.foundBy()));
        assertFalse(run.failures().isEmpty(), flaw.foundBy() + " did not find " + flaw);
    }

    @ParameterizedTest
    @CsvSource({
        "offersToolsWithTheirSchema",
        "sendsAPicture",
        "sendsADocument",
        "sendsSound",
        "asksForThinking",
        "sendsTheSeed",
        "sendsStopSequences",
        "sendsTheSchemaInTheServicesOwnWay",
        "asksForAnyJson",
        "passesCachePointsOn"
    })
    void isFoundWhereTheCardClaimsNothing(String test) {
        ContractRun run =
                ContractRun.with(Flaw.IGNORES_ITS_CARD, () -> ContractRun.of(ToyBareContractTest.class, test));
        assertFalse(run.failures().isEmpty(), test + " did not find that the card is ignored");
    }

    @Test
    void isNotFoundWhereThereIsNone() {
        ContractRun run = ContractRun.of(ToyContractTest.class, "callsATool");
        assertEquals(List.of(), run.failures());
        assertEquals(1, run.passed());
    }

    @Test
    void skipsNothingWhereTheCardClaimsNothing() {
        ContractRun run = ContractRun.of(ToyBareContractTest.class, "callsATool");
        assertEquals(List.of(), run.failures());
        assertEquals(1, run.passed());
        assertEquals(0, run.skipped());
    }
}
