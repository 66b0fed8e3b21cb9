package dev.gator.guard;

import dev.gator.error.Require;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Who will see the content, and where. What is not known counts as the strictest. */
public final class Audience {

    private static final Audience UNKNOWN = new Audience(null, -1);

    private final @Nullable String platform;
    private final int age;

    private Audience(@Nullable String platform, int age) {
        this.platform = platform;
        this.age = age;
    }

    /** Returns somebody of unknown age, in the application itself. */
    public static Audience unknown() {
        return UNKNOWN;
    }

    /** Returns somebody whose age the application has checked, in the application itself. */
    public static Audience aged(int years) {
        return new Audience(null, Require.range("age", years, 0, 150));
    }

    /** Returns the same people on a platform such as {@code instagram}. */
    public Audience on(String name) {
        return new Audience(RatingLimits.platformName(name), age);
    }

    /** Returns the platform, if it is not the application itself. */
    public Optional<String> platform() {
        return Optional.ofNullable(platform);
    }

    /** Returns the checked age in years, if it is known. */
    public OptionalInt age() {
        return age < 0 ? OptionalInt.empty() : OptionalInt.of(age);
    }
}
