package dev.gator.json;

import dev.gator.error.GatorException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known about a named type, worked out once per class and kept with the class itself. */
sealed interface Blueprint {

    /** The member that tells the variants of a sealed interface apart. */
    String DISCRIMINATOR = "type";

    /** A record and its components. */
    record OfRecord(Class<?> type, List<Part> parts) implements Blueprint {}

    /** An enum and its constants by name. */
    record OfEnum(Class<?> type, List<Enum<?>> constants) implements Blueprint {}

    /** A sealed interface and its records by simple name. */
    record OfSealed(Class<?> type, Map<String, Class<?>> variants) implements Blueprint {

        static String label(Class<?> variant) {
            return variant.getSimpleName();
        }
    }

    /** Returns the blueprint of a record, enum or sealed interface of records. */
    static Blueprint of(Class<?> type) {
        return Cache.BLUEPRINTS.get(type);
    }

    /** Holds the cache; a class value lives and dies with its class, so plugins can be unloaded. */
    final class Cache {

        private static final ClassValue<Blueprint> BLUEPRINTS = new ClassValue<>() {
            @Override
            protected Blueprint computeValue(Class<?> type) {
                return draw(type);
            }
        };

        private Cache() {}
    }

    private static Blueprint draw(Class<?> type) {
        if (type.isEnum()) {
            List<Enum<?>> constants = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                constants.add((Enum<?>) constant);
            }
            return new OfEnum(type, List.copyOf(constants));
        }
        if (type.isRecord()) {
            List<Part> parts = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                parts.add(Part.of(component));
            }
            return new OfRecord(type, List.copyOf(parts));
        }
        Map<String, Class<?>> variants = new LinkedHashMap<>();
        collect(type, type, variants);
        return new OfSealed(type, variants);
    }

    private static void collect(Class<?> sealed, Class<?> member, Map<String, Class<?>> variants) {
        for (Class<?> permitted : member.getPermittedSubclasses()) {
            if (permitted.isInterface() && permitted.isSealed()) {
                collect(sealed, permitted, variants);
            } else {
                requireVariant(sealed, permitted);
                Class<?> namesake = variants.put(OfSealed.label(permitted), permitted);
                if (namesake != null && namesake != permitted) {
                    throw unsupported(sealed, "two variants are called " + OfSealed.label(permitted));
                }
            }
        }
    }

    private static void requireVariant(Class<?> sealed, Class<?> permitted) {
        if (!permitted.isRecord()) {
            throw unsupported(sealed, permitted.getTypeName() + " is not a record");
        }
        boolean clash = Arrays.stream(permitted.getRecordComponents())
                .anyMatch(component -> component.getName().equals(DISCRIMINATOR));
        if (clash) {
            throw unsupported(
                    sealed,
                    permitted.getTypeName() + " has a component \"type\", the name that tells the variants apart");
        }
    }

    private static GatorException unsupported(Class<?> sealed, String reason) {
        return new GatorException(
                JsonError.UNSUPPORTED_TYPE, "the sealed interface " + sealed.getTypeName() + " has no form: " + reason);
    }
}
