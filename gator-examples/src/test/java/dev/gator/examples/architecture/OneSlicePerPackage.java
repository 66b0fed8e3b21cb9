package dev.gator.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Cuts the classes by their exact package, the root package included. */
final class OneSlicePerPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return type.getPackageName().startsWith("dev.gator")
                ? SliceIdentifier.of(type.getPackageName())
                : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "one slice per package";
    }
}
