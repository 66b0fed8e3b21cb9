package dev.gator.examples.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A rule that cannot fail guards nothing: each one must refuse the planted classes. */
class RulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("dev.gator.planted");

    @TestFactory
    Stream<DynamicTest> refusePlantedViolations() {
        return Stream.of(Rules.EVERYWHERE, Rules.LIBRARIES)
                .flatMap(rules -> rules.entrySet().stream())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertTrue(rule.getValue().evaluate(PLANTED).hasViolation(), rule.getKey())));
    }

    @Test
    void arrowsRefuseAPlantedDependency() {
        Map<String, Set<String>> none = Map.of("gator-examples", Set.of());

        assertTrue(Modules.refused(PLANTED, none).stream()
                .allMatch(line -> line.startsWith("gator-examples -> gator-plugins-spi")));
        assertFalse(Modules.refused(PLANTED, none).isEmpty());
    }
}
