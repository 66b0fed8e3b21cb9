package dev.gator.json;

import dev.gator.error.GatorException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.PatternSyntaxException;

/**
 * One component of a record.
 *
 * @param component the component
 * @param shape how its type looks in JSON
 * @param facets what its annotations add to the schema
 */
record Part(RecordComponent component, Shape shape, JsonObject facets) {

    static Part of(RecordComponent component) {
        String where = where(component);
        Shape shape = Shape.of(component.getGenericType(), where);
        Shape inner = shape instanceof Shape.Perhaps perhaps ? perhaps.value() : shape;
        JsonObject facets = facets(component, inner, where);
        boolean nullable = isNullable(component) && !component.getType().isPrimitive();
        return new Part(component, nullable && shape == inner ? new Shape.Perhaps(shape, false) : shape, facets);
    }

    String name() {
        return component.getName();
    }

    boolean isRequired() {
        return !(shape instanceof Shape.Perhaps);
    }

    private static String where(RecordComponent component) {
        return "component " + component.getName() + " of "
                + component.getDeclaringRecord().getTypeName();
    }

    /** Any annotation called Nullable counts, whoever made it. */
    private static boolean isNullable(RecordComponent component) {
        return hasNullable(component.getAnnotatedType()) || hasNullable(component);
    }

    private static boolean hasNullable(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getSimpleName().equals("Nullable"));
    }

    private static JsonObject facets(RecordComponent component, Shape shape, String where) {
        JsonObject.Builder facets = JsonObject.builder();
        Describe describe = component.getAnnotation(Describe.class);
        if (describe != null) {
            facets.put("description", describe.value());
        }
        boolean text = shape instanceof Shape.Single single && single.leaf().type() == String.class;
        range(component, shape, where, facets);
        Length length = component.getAnnotation(Length.class);
        if (length != null) {
            require(text, where, "@Length is for String");
            bounds(facets, where, "Length", length.min(), length.max());
        }
        Size size = component.getAnnotation(Size.class);
        if (size != null) {
            require(shape instanceof Shape.Sequence, where, "@Size is for List and Set");
            bounds(facets, where, "Items", size.min(), size.max());
        }
        Pattern pattern = component.getAnnotation(Pattern.class);
        if (pattern != null) {
            require(text, where, "@Pattern is for String");
            facets.put("pattern", compilable(pattern.value(), where));
        }
        return facets.build();
    }

    private static void range(RecordComponent component, Shape shape, String where, JsonObject.Builder facets) {
        Range range = component.getAnnotation(Range.class);
        if (range == null) {
            return;
        }
        require(shape instanceof Shape.Single single && single.leaf().isNumeric(), where, "@Range is for numbers");
        require(range.min() <= range.max(), where, "@Range has min " + range.min() + " above max " + range.max());
        if (range.min() != Double.NEGATIVE_INFINITY) {
            facets.put("minimum", bound(range.min()));
        }
        if (range.max() != Double.POSITIVE_INFINITY) {
            facets.put("maximum", bound(range.max()));
        }
    }

    private static Json bound(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Json.of((long) value)
                : Json.of(BigDecimal.valueOf(value));
    }

    private static void bounds(JsonObject.Builder facets, String where, String of, int min, int max) {
        require(min >= 0 && min <= max, where, "bounds " + min + " to " + max + " are not possible");
        facets.putIf(min > 0, "min" + of, min).putIf(max < Integer.MAX_VALUE, "max" + of, max);
    }

    private static String compilable(String regex, String where) {
        try {
            java.util.regex.Pattern.compile(regex);
            return regex;
        } catch (PatternSyntaxException e) {
            throw new GatorException(
                    JsonError.UNSUPPORTED_TYPE, where + ": @Pattern does not compile: " + e.getDescription(), e);
        }
    }

    private static void require(boolean ok, String where, String complaint) {
        if (!ok) {
            throw new GatorException(JsonError.UNSUPPORTED_TYPE, where + ": " + complaint);
        }
    }
}
