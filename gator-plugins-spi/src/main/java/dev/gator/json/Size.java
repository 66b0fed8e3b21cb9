package dev.gator.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds the elements of a list or set; becomes {@code minItems} and {@code maxItems} of the schema. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Size {

    /** Returns the fewest elements allowed. */
    int min() default 0;

    /** Returns the most elements allowed. */
    int max() default Integer.MAX_VALUE;
}
