package dev.gator.rag.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.Language;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTest {

    private static final SentenceReader READER = new SentenceReader(Phrasebook.of(Language.EN));
    private static final Conflicts CONFLICTS = new Conflicts(new Opposition(READER.book()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | Employees get 25 days of holiday. | Employees have twenty days of paid holiday.",
                "NUMBER | The museum opens at 9:00. | The museum opens at 10:00 in winter and summer.",
                "NUMBER | The plan costs $30 a month. | The plan costs $25 a month.",
                "NUMBER | Unemployment fell by 3.5 %. | Unemployment fell by 35 percent.",
                "DATE | The company was founded in 1998. | The company was founded in May 2001.",
                "DATE | Unused days expire on 31 March. | Unused days expire on April 30.",
                "NEGATION | Dogs are allowed in the office. | Dogs are not allowed in the office.",
                "NEGATION | Dogs are allowed in the office. | Dogs are forbidden in the office.",
                "NEGATION | The shop is open on Sundays. | The shop is closed on Sundays."
            })
    void sourcesThatDisagreeAreFound(Contradiction.Kind kind, String left, String right) {
        assertEquals(Optional.of(kind), found(left, right).map(Conflicts.Finding::kind));
        assertEquals(Optional.of(kind), found(right, left).map(Conflicts.Finding::kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Employees get 25 days of holiday. | Employees get 25 days of paid holiday a year.",
                "Employees get 25 days of holiday. | Interns get 15 days of holiday.",
                "The Basic plan costs $10 a month. | The Pro plan costs $20 a month.",
                "Revenue was 5 million in 2022. | Revenue was 6 million in 2023.",
                "The museum opens at 9:00. | The museum closes at 18:00.",
                "The museum opens at 9:00 and closes at 18:00. | The museum closes at 18:00.",
                "Dogs are allowed in the office. | Dogs are not forbidden in the office.",
                "The company was founded in 1998. | The company was founded in May 1998.",
                "Smoking is not allowed. | Dogs are allowed.",
                "Do employees get 25 days of holiday? | Employees get 20 days of holiday."
            })
    void sourcesThatAgreeOrSpeakOfOtherThingsAreNoContradiction(String left, String right) {
        assertTrue(found(left, right).isEmpty(), () -> found(left, right).toString());
        assertTrue(found(right, left).isEmpty(), () -> found(right, left).toString());
    }

    private static Optional<Conflicts.Finding> found(String left, String right) {
        return CONFLICTS.kind(READER.read(left), READER.read(right));
    }
}
