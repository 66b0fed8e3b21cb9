package dev.gator.rag.chunk;

/**
 * The smallest part that is not cut: a sentence, an item, a row, some lines of code.
 *
 * @param place where it is
 * @param repeatable whether the next piece may say it again
 * @param lead what a piece that begins with it says first: the names of the columns; else empty
 */
record Unit(Extent place, boolean repeatable, String lead) {

    static Unit sentence(Extent place) {
        return new Unit(place, true, "");
    }

    static Unit solid(Extent place) {
        return new Unit(place, false, "");
    }

    int start() {
        return place.start();
    }

    int end() {
        return place.end();
    }
}
