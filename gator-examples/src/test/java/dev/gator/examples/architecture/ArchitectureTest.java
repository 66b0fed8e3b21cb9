package dev.gator.examples.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final JavaClasses ALL = Modules.all();
    private static final JavaClasses LIBRARIES = Modules.libraries();

    @Test
    void everyModuleIsSeen() {
        Set<String> seen =
                ALL.stream().flatMap(type -> Modules.of(type).stream()).collect(Collectors.toSet());

        assertEquals(Modules.ARROWS.keySet(), seen);
    }

    @Test
    void arrowsRunOneWay() {
        assertEquals(Set.of(), Modules.refused(ALL, Modules.ARROWS));
    }

    @TestFactory
    Stream<DynamicTest> everywhere() {
        return checks(Rules.EVERYWHERE, ALL);
    }

    @TestFactory
    Stream<DynamicTest> libraries() {
        assertTrue(LIBRARIES.size() > 0);
        return checks(Rules.LIBRARIES, LIBRARIES);
    }

    private static Stream<DynamicTest> checks(Map<String, ArchRule> rules, JavaClasses classes) {
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(classes)));
    }
}
