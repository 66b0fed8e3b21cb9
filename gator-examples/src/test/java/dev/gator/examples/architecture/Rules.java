package dev.gator.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.ObjectInputStream;
import java.util.Map;
import java.util.Set;

/** Every rule once, so that the test of the modules and the test of the rules judge by the same words. */
final class Rules {

    private static final Set<String> BARE_EXCEPTIONS = Set.of(
            "java.lang.Throwable",
            "java.lang.Exception",
            "java.lang.Error",
            "java.lang.RuntimeException",
            "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException");

    /** Rules for every module. */
    static final Map<String, ArchRule> EVERYWHERE = Map.of(
            "no package cycles",
                    SlicesRuleDefinition.slices()
                            .assignedFrom(new OneSlicePerPackage())
                            .should()
                            .beFreeOfCycles(),
            "names that say something",
                    noClasses()
                            .should()
                            .haveNameMatching(".*[.$]((Base|Abstract)[A-Z]\\w*|\\w*(Utils?|Helper|Impl|Manager))")
                            .because("a name says what a thing is"),
            "typed signatures", classes().should(new OfferNoUntypedMap()).because("a public signature names its types"),
            "no Java serialisation",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .areAssignableTo(ObjectInputStream.class)
                            .because("reading serialised objects runs code that the sender chose"),
            "SLF4J only",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("java.util.logging..")
                            .because("the application chooses the log"),
            "null-marked packages",
                    classes().should(new LieInNullMarkedPackage()).because("null is absent unless it is announced"));

    /** Rules for the modules that applications embed; the examples are an application themselves. */
    static final Map<String, ArchRule> LIBRARIES = Map.of(
            "no standard streams",
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.gator.tck.Printed")
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                    .because("libraries do not print, and only the contract tests look whether somebody did"),
            "errors with a code",
            noClasses()
                    .should()
                    .callConstructorWhere(describe("a bare exception is made", Rules::makesBareException))
                    .because("an error carries a code, a category and a remedy"));

    private Rules() {}

    private static boolean makesBareException(JavaConstructorCall call) {
        return BARE_EXCEPTIONS.contains(call.getTargetOwner().getName())
                && !call.getOriginOwner().isAssignableTo(Throwable.class);
    }
}
