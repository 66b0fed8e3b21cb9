package dev.gator.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @Test
    void precedenceFollowsSemanticVersioning() {
        List<Version> ordered = Arrays.stream(
                        ("1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11"
                                        + " 1.0.0-rc.1 1.0.0 1.0.1 1.2.0 1.10.0 2.0.0")
                                .split(" "))
                .map(Version::parse)
                .toList();
        List<Version> shuffled = Arrays.asList(ordered.toArray(Version[]::new));
        Collections.reverse(shuffled);
        assertEquals(ordered, shuffled.stream().sorted().toList());
        assertEquals("1.0.0-beta.11", Version.parse("1.0.0-beta.11+build.7").toString());
        assertTrue(Version.parse("1.0.0-rc.1").isPreRelease());
        assertEquals(Version.of(1, 2, 3), Version.parse("1.2.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.3-", "1.2.3-01", "1.2.3-a..b", "v1.2.3", "1.2.x"})
    void otherTextsAreNoVersions(String text) {
        assertThrows(GatorException.class, () -> Version.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "*, 1.2.3, true",
        "*, 1.2.3-rc.1, false",
        ">=1.2 <2, 1.2.0, true",
        ">=1.2 <2, 1.9.9, true",
        ">=1.2 <2, 2.0.0, false",
        ">=1.2 <2, 1.1.9, false",
        ">1.2, 1.2.9, false",
        ">1.2, 1.3.0, true",
        ">1.2.3, 1.2.4, true",
        "<=1.2, 1.2.9, true",
        "<=1.2, 1.3.0, false",
        "<=1.2.3, 1.2.4, false",
        "^1.4.2, 1.9.0, true",
        "^1.4.2, 1.4.1, false",
        "^1.4.2, 2.0.0, false",
        "^0.3.1, 0.3.9, true",
        "^0.3.1, 0.4.0, false",
        "^0.0.3, 0.0.4, false",
        "~1.4.2, 1.4.9, true",
        "~1.4.2, 1.5.0, false",
        "1.4.2, 1.4.2, true",
        "1.4.2, 1.4.3, false",
        "=1.4, 1.4.7, true",
        "1, 1.9.9, true",
        "1, 2.0.0, false",
        ">=1.2.3-rc.1 <2, 1.2.3-rc.2, true",
        ">=1.2.3-rc.1 <2, 1.2.4-rc.1, false",
        ">=1.2.3-rc.1 <2, 1.2.3-beta, false"
    })
    void rangesContainWhatTheySay(String range, String version, boolean expected) {
        assertEquals(expected, VersionRange.parse(range).contains(Version.parse(version)));
        assertEquals(
                VersionRange.parse(range),
                VersionRange.parse(VersionRange.parse(range).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ">=", "1.2.3 ||2", ">= 1", "1.2.3.4", "=>1"})
    void otherTextsAreNoRanges(String text) {
        assertThrows(GatorException.class, () -> VersionRange.parse(text));
    }
}
