package dev.gator.rag.index;

import java.util.Map;

/** What is noted with every commit: the format, and whose collection it is. */
final class Label {

    private static final String FORMAT = "gator.format";
    private static final String PLACE = "gator.place";
    private static final String CURRENT = "1";

    private Label() {}

    static Map<String, String> of(Place place) {
        return Map.of(FORMAT, CURRENT, PLACE, place.key());
    }

    /** Refuses what another version wrote. */
    static void requireFormat(Map<String, String> noted) {
        String format = noted.getOrDefault(FORMAT, "none");
        if (!format.equals(CURRENT)) {
            throw Failures.corrupt("the index has the format version " + format + ", expected is " + CURRENT);
        }
    }

    /** Refuses files that were moved here from another owner's folder. */
    static void requirePlace(Map<String, String> noted, Place place) {
        String written = noted.getOrDefault(PLACE, "none");
        if (!written.equals(place.key())) {
            throw Failures.corrupt("the index in " + place.key() + " was written for " + written);
        }
    }
}
