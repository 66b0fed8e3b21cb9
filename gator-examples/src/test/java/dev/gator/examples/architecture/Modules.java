package dev.gator.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The modules of the build and the arrows between them, told apart by where a class was loaded from. */
final class Modules {

    /** Who may see whom; what is not listed is refused. */
    static final Map<String, Set<String>> ARROWS = Map.of(
            "gator-plugins-spi", Set.of(),
            "gator-core", Set.of("gator-plugins-spi"),
            "gator-models", Set.of("gator-plugins-spi"),
            "gator-rag", Set.of("gator-plugins-spi", "gator-core"),
            "gator-examples", Set.of("gator-plugins-spi", "gator-core", "gator-models", "gator-rag"));

    private Modules() {}

    static JavaClasses all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.gator");
    }

    static JavaClasses libraries() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(place -> !place.contains("/gator-examples/"))
                .importPackages("dev.gator");
    }

    /** Names the module that a class came from; the JDK and the libraries have none. */
    static Optional<String> of(JavaClass type) {
        return type.getSource().map(source -> source.getUri().toString()).flatMap(place -> ARROWS.keySet().stream()
                .filter(module -> place.contains("/" + module + "/"))
                .findFirst());
    }

    /** Lists every dependency that runs against the arrows, as readable lines. */
    static Set<String> refused(JavaClasses classes, Map<String, Set<String>> arrows) {
        Set<String> lines = new TreeSet<>();
        for (JavaClass type : classes) {
            String from = of(type).orElseThrow();
            type.getDirectDependenciesFromSelf().forEach(dependency -> of(dependency.getTargetClass())
                    .filter(to -> !to.equals(from) && !arrows.get(from).contains(to))
                    .ifPresent(to -> lines.add(from + " -> " + to + ": " + dependency.getDescription())));
        }
        return lines;
    }
}
