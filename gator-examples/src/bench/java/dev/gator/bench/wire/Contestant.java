package dev.gator.bench.wire;

import java.util.List;

/** One way to call the service. Thread-safe. */
interface Contestant extends AutoCloseable {

    /** Asks once and returns the text. */
    String chat();

    /** Asks once, reads the stream and returns how many pieces of text came. */
    int stream();

    /** Embeds the texts and returns how many vectors came. */
    int embed(List<String> texts);

    @Override
    void close();
}
