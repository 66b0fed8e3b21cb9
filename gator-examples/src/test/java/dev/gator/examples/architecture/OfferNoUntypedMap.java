package dev.gator.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Refuses a map from strings to anything in what a public type shows to the outside. */
final class OfferNoUntypedMap extends ArchCondition<JavaClass> {

    private static final Pattern UNTYPED = Pattern.compile("Map<java\\.lang\\.String, (\\?|java\\.lang\\.Object)");

    OfferNoUntypedMap() {
        super("offer no Map<String, Object>");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
            return;
        }
        type.getCodeUnits().stream()
                .filter(OfferNoUntypedMap::visible)
                .filter(unit -> signature(unit).anyMatch(OfferNoUntypedMap::untyped))
                .forEach(unit -> events.add(SimpleConditionEvent.violated(unit, unit.getDescription())));
        type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(field -> untyped(field.getType()))
                .forEach(field -> events.add(SimpleConditionEvent.violated(field, field.getDescription())));
    }

    private static boolean visible(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> signature(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }

    private static boolean untyped(JavaType type) {
        return UNTYPED.matcher(type.getName()).find();
    }
}
