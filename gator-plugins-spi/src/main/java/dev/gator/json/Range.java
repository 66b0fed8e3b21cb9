package dev.gator.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds a number; becomes {@code minimum} and {@code maximum} of the schema. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

    /** Returns the smallest value allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Returns the largest value allowed. */
    double max() default Double.POSITIVE_INFINITY;
}
