package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class ContractWatchTest {

    @ExtendWith(ContractWatch.class)
    static final class Mixed {
        @Test
        void passes() {}

        @Test
        void fails() {
            assertTrue(Mixed.class.isRecord(), "it is none");
        }

        @Test
        void doesNotApply() {
            Assumptions.assumeTrue(Mixed.class.isRecord(), "no such thing");
        }

        @TestFactory
        Stream<DynamicTest> several() {
            return Stream.of(
                    DynamicTest.dynamicTest("one", this::passes),
                    DynamicTest.dynamicTest("two", this::fails),
                    DynamicTest.dynamicTest("three", this::doesNotApply));
        }
    }

    @Test
    void reportsEveryTestByNameWithTheReason() {
        assertEquals(
                "Mixed: 2 passed (0 of them proved an absence), 2 failed, 2 not applicable\n"
                        + "  failed: fails\n"
                        + "  failed: several [two]\n"
                        + "  not applicable: doesNotApply: no such thing\n"
                        + "  not applicable: several [three]: no such thing",
                ContractRun.of(Mixed.class).report());
    }
}
