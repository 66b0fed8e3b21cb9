package dev.gator.examples.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gator.error.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the page of all errors from the enums that define them. */
final class ErrorPage {

    private static final String HEAD =
            """
            # Errors

            Every failure is a `GatorException` with a stable code, a category and a remedy. Decide by category or code,
            never by text. *Retry* says whether the same call may succeed a moment later, *another* whether a fallback tries
            the next model.

            This page is generated from the enums in the code; the build fails when it is out of date. To write it anew:
            `mvn -Dgator.docs.write -pl gator-examples -am test -Dtest=ErrorPageTest -Dsurefire.failIfNoSpecifiedTests=false`.
            """;

    private ErrorPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        Map<String, List<ErrorCode>> families = new TreeMap<>();
        for (ErrorCode code : codes()) {
            families.computeIfAbsent(family(code), k -> new ArrayList<>()).add(code);
        }
        families.forEach((family, codes) -> {
            page.append("\n## ").append(family).append("\n\n");
            page.append("Defined in `")
                    .append(((Enum<?>) codes.get(0)).getDeclaringClass().getPackageName())
                    .append("`.\n\n");
            page.append("| Code | Name | Category | Retry | Another | What to do |\n|---|---|---|---|---|---|\n");
            codes.stream().sorted(Comparator.comparing(ErrorCode::id)).forEach(code -> page.append(row(code)));
        });
        return page.toString();
    }

    static List<ErrorCode> codes() {
        List<ErrorCode> codes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.gator")) {
            if (type.isEnum() && type.isAssignableTo(ErrorCode.class)) {
                for (Object constant : constants(type.reflect())) {
                    codes.add((ErrorCode) constant);
                }
            }
        }
        return codes;
    }

    // a constant with a body has a class of its own, which is an enum type without constants
    private static Object[] constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null ? new Object[0] : constants;
    }

    private static String family(ErrorCode code) {
        return code.id().substring(0, code.id().lastIndexOf('-'));
    }

    private static String row(ErrorCode code) {
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        code.id(),
                        ((Enum<?>) code).name(),
                        code.category().name().toLowerCase(Locale.ROOT),
                        code.retryable() ? "yes" : "no",
                        code.category().worthAnother() ? "yes" : "no",
                        code.remedy().replace("|", "\\|"))
                .replace(System.lineSeparator(), "\n");
    }
}
