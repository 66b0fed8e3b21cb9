package dev.gator.rag.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.store.Directory;

/** Where indexes lie: in folders or in memory. Thread-safe; nobody opens a place twice at a time. */
interface Places extends AutoCloseable {

    /** Returns every place that holds or held an index. */
    List<Place> all() throws IOException;

    /** Returns whether there is a place to read from. */
    boolean exists(Place place);

    /** Opens a place, making it if need be. */
    Directory open(Place place) throws IOException;

    /** Removes a place that nobody has open: at once, or not at all. */
    void remove(Place place) throws IOException;

    @Override
    void close() throws IOException;
}
