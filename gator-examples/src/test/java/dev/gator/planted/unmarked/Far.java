package dev.gator.planted.unmarked;

import dev.gator.error.GatorException;
import dev.gator.planted.StringUtils;

/** The other half of a cycle. */
public final class Far {

    private Far() {}

    /** Comes back. */
    public static int near() {
        assert !(cause() instanceof GatorException);
        return StringUtils.far().size();
    }

    private static Object cause() {
        return "none";
    }
}
