package dev.gator.rag.batch;

import dev.gator.error.GatorException;

/** Says which dependency is missing, before the first class of it is touched. */
final class Libraries {

    private Libraries() {}

    static void need(String type, String coordinates) {
        try {
            Class.forName(type, false, Libraries.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new GatorException(BatchError.LIBRARY_MISSING, "batches need " + coordinates, e);
        }
    }
}
