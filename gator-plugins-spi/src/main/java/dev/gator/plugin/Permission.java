package dev.gator.plugin;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something a plugin may do, written {@code http:api.example.com} or {@code content:read}. What it does not ask for in its
 * manifest, or the host did not grant, is refused.
 *
 * @param area what it is about
 * @param target with what exactly; {@code *} for all of it, {@code *.example.com} for all hosts below one
 */
public record Permission(Area area, String target) {

    private static final Pattern TARGET = Pattern.compile("\\*|(\\*\\.)?[A-Za-z0-9_./-][A-Za-z0-9_./:-]{0,198}");

    /** What a permission is about. */
    public enum Area {
        /** Requests to a host. */
        HTTP,
        /** Reading files below a folder. */
        FILE_READ,
        /** Writing files below a folder. */
        FILE_WRITE,
        /** Reading a secret of that name. */
        SECRET,
        /** Calling a model of that id or provider. */
        MODEL,
        /** Keeping things under a key prefix of its own. */
        STORE,
        /** Content: read, write or delete. */
        CONTENT,
        /** Personas: read, write or delete. */
        PERSONA,
        /** Platforms: read, publish or delete. */
        SOCIAL,
        /** Figures: read. */
        ANALYTICS,
        /** The host itself: config or admin. */
        SYSTEM;

        private String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Checks the target. */
    public Permission {
        Require.that(TARGET.matcher(target).matches(), "not a target of a permission: " + target);
        Require.that(!target.contains(".."), "target of a permission climbs up: " + target);
    }

    /** Reads {@code http:api.example.com}. */
    public static Permission parse(String text) {
        int colon = text.indexOf(':');
        Require.that(colon > 0, "not a permission: " + text);
        String area = text.substring(0, colon);
        return Arrays.stream(Area.values())
                .filter(known -> known.text().equals(area))
                .findFirst()
                .map(known -> new Permission(known, text.substring(colon + 1)))
                .orElseThrow(() -> new GatorException(CallError.BAD_ARGUMENT, "not a permission: " + text));
    }

    /** Returns whether whoever has this may also do {@code wanted}. */
    public boolean covers(Permission wanted) {
        return area == wanted.area && (target.equals("*") || target.equals(wanted.target) || isAbove(wanted.target));
    }

    private boolean isAbove(String other) {
        return switch (area) {
            case HTTP -> target.startsWith("*.") && other.endsWith(target.substring(1));
            case FILE_READ, FILE_WRITE -> other.startsWith(target.endsWith("/") ? target : target + "/");
            case MODEL -> other.startsWith(target + ":");
            default -> false;
        };
    }

    /** Returns {@code http:api.example.com}. */
    @Override
    public String toString() {
        return area.text() + ":" + target;
    }
}
