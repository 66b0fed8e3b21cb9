package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfContractTest {

    @ParameterizedTest
    @ValueSource(classes = {ShelfContracts.Vectors.class, ShelfContracts.Ranking.class, ShelfContracts.Provider.class})
    void aCorrectOnePassesEverything(Class<?> contract) {
        ContractRun run = ContractRun.of(contract);
        assertEquals(List.of(), run.failures());
        assertEquals(0, run.skipped());
        assertTrue(run.passed() >= 10, () -> run.passed() + " tests ran");
    }

    @ParameterizedTest
    @EnumSource
    void aFlawIsFound(ShelfFlaw flaw) {
        ShelfContracts.PLANTED.set(Optional.of(flaw));
        try {
            assertFalse(flaw.run().failures().isEmpty(), "nothing found " + flaw);
        } finally {
            ShelfContracts.PLANTED.set(Optional.empty());
        }
    }
}
