package dev.gator.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Asks every package for a {@code package-info.java} that says {@code @NullMarked}. */
final class LieInNullMarkedPackage extends ArchCondition<JavaClass> {

    LieInNullMarkedPackage() {
        super("lie in a package marked @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(SimpleConditionEvent.violated(type, type.getDescription() + " lies in an unmarked package"));
        }
    }
}
