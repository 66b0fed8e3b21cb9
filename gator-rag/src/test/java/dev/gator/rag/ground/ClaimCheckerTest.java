package dev.gator.rag.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.testing.ScriptedEmbeddings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimCheckerTest {

    private static final Shelf SOURCES = Shelf.of(
            "Agency report", "The bridge was opened in 1932. It carries 160,000 vehicles a day.",
            "Travel blog", "The bridge was opened in 1932, and it carries 200,000 vehicles a day!",
            "City page", "Cyclists are not allowed on the bridge.");

    @ParameterizedTest
    @CsvSource({
        "The bridge was opened in 1932., SUPPORTED, 2, 0",
        "The bridge was opened in 1935., CONTRADICTED, 0, 2",
        "Cyclists are allowed on the bridge., CONTRADICTED, 0, 1",
        "The bridge is painted grey every year., NOT_FOUND, 0, 0",
        "The tunnel was opened in 1932., NOT_FOUND, 0, 0",
    })
    void aClaimIsReportedWithWhatIsBehindIt(String claim, Stance stance, int supporting, int contradicting) {
        ClaimReport report = ClaimChecker.of(SOURCES).check(claim, CallContext.create());

        assertSame(stance, report.stance(), report::toString);
        assertEquals(supporting, report.supporting().size(), report::toString);
        assertEquals(contradicting, report.contradicting().size(), report::toString);
        assertEquals(3, report.evidence().size());
    }

    @Test
    void sourcesThatDisagreeMakeAMixedReport() {
        Shelf shelf = Shelf.of(
                "Agency report", "The bridge carries 160000 vehicles a day.",
                "Travel blog", "The bridge carries 200,000 vehicles a day.");

        ClaimReport report = ClaimChecker.of(shelf)
                .withMeaning(ScriptedEmbeddings.create())
                .check("The bridge carries 160,000 vehicles a day.", CallContext.create());

        assertSame(Stance.MIXED, report.stance());
        assertEquals(
                "160,000 vehicles against 200,000 vehicles",
                report.contradicting().get(0).why());
        assertEquals("Travel blog", report.contradicting().get(0).quote().place());
        assertTrue(report.toString().contains("+ Agency report: \"The bridge carries 160000"), report::toString);
    }

    @Test
    void evidenceBelowTheThresholdIsNotLookedAt() {
        Shelf shelf = new Shelf().put("Agency report", "The bridge was opened in 1932.", 0.4);

        ClaimReport report =
                ClaimChecker.of(shelf).withThreshold(0.5).check("The bridge was opened in 1932.", CallContext.create());

        assertSame(Stance.NOT_FOUND, report.stance());
        assertEquals(0, report.evidence().size());
    }
}
