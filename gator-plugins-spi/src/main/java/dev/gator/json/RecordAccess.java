package dev.gator.json;

import dev.gator.error.GatorException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes and takes apart the instances of one record, private and local ones, too. */
final class RecordAccess {

    private static final MethodType CONSTRUCTOR = MethodType.methodType(Object.class, Object[].class);
    private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Object.class);

    private static final ClassValue<RecordAccess> OF_CLASS = new ClassValue<>() {
        @Override
        protected RecordAccess computeValue(Class<?> type) {
            return open(type);
        }
    };

    private final MethodHandle constructor;
    private final Map<String, MethodHandle> accessors;

    private RecordAccess(MethodHandle constructor, Map<String, MethodHandle> accessors) {
        this.constructor = constructor;
        this.accessors = accessors;
    }

    static RecordAccess of(Class<?> type) {
        return OF_CLASS.get(type);
    }

    Object create(Object[] values) throws Throwable {
        return constructor.invokeExact(values);
    }

    Object read(Object instance, String component) throws Throwable {
        MethodHandle accessor = accessors.get(component);
        if (accessor == null) {
            throw new NoSuchMethodException(component);
        }
        return accessor.invokeExact(instance);
    }

    private static RecordAccess open(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup = lookup(type);
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asFixedArity()
                    .asSpreader(Object[].class, types.length)
                    .asType(CONSTRUCTOR);
            Map<String, MethodHandle> accessors = new LinkedHashMap<>();
            for (RecordComponent component : components) {
                MethodHandle accessor =
                        lookup.findVirtual(type, component.getName(), MethodType.methodType(component.getType()));
                accessors.put(component.getName(), accessor.asType(ACCESSOR));
            }
            return new RecordAccess(constructor, accessors);
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw closed(type, e);
        }
    }

    private static MethodHandles.Lookup lookup(Class<?> type) {
        Module here = RecordAccess.class.getModule();
        here.addReads(type.getModule());
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            return MethodHandles.publicLookup(); // enough for a public record in an exported package
        }
    }

    private static GatorException closed(Class<?> type, Exception cause) {
        Module here = RecordAccess.class.getModule();
        String to = here.isNamed() ? " to " + here.getName() : "";
        return new GatorException(
                JsonError.NOT_OPEN,
                "the record " + type.getTypeName() + " cannot be reached; " + type.getModule() + " needs \"opens "
                        + type.getPackageName() + to + ";\"",
                cause);
    }
}
