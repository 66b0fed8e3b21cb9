package dev.gator.planted;

import dev.gator.planted.unmarked.Far;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.Map;
import java.util.logging.Logger;

/** Breaks the rules. */
public final class StringUtils {

    private StringUtils() {}

    /** Half of a cycle, and an untyped map. */
    public static Map<String, Object> far() {
        return Map.of("far", Far.near());
    }

    static Object read(InputStream in) throws IOException, ClassNotFoundException {
        try (ObjectInputStream objects = new ObjectInputStream(in)) {
            Logger.getGlobal().info("reading");
            System.out.println("reading");
            return objects.readObject();
        }
    }

    static void refuse() {
        throw new IllegalStateException("no code, no remedy");
    }
}
