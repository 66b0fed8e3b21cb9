package dev.gator.tck;

import dev.gator.chat.Capability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a test of a contract takes for granted.
 *
 * <p>Where a model's card does not claim a capability, the test is replaced by the proof that the absence is real: the
 * model refuses the request before anything is sent, or warns that it ignores the setting. Where the service cannot say
 * something on the wire, the test is reported as not applying, with the reason.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Needs {

    /** The capabilities, all of which the card must claim. */
    Capability[] value() default {};

    /** What the service must be able to say. */
    WireTrait[] traits() default {};
}
