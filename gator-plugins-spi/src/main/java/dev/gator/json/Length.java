package dev.gator.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds the characters of a text; becomes {@code minLength} and {@code maxLength} of the schema. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Length {

    /** Returns the fewest characters allowed. */
    int min() default 0;

    /** Returns the most characters allowed. */
    int max() default Integer.MAX_VALUE;
}
