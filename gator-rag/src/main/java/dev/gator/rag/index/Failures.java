package dev.gator.rag.index;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.store.StoreError;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;

/** Says in Gator's words what Lucene and the disk say. */
final class Failures {

    private Failures() {}

    /** Work that may fail as files do. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Work without a result. */
    interface Deed {
        void run() throws IOException;
    }

    static <T> T during(String what, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw of(what, e);
        } catch (AlreadyClosedException e) {
            throw new GatorException(StoreError.IO, what + " failed: the index was closed by an earlier error", e);
        } catch (IndexSearcher.TooManyClauses e) {
            throw new GatorException(
                    CallError.BAD_ARGUMENT,
                    "a filter or query has more than " + IndexSearcher.getMaxClauseCount() + " parts",
                    e);
        }
    }

    static void during(String what, Deed deed) {
        during(what, () -> {
            deed.run();
            return true;
        });
    }

    static GatorException of(String what, IOException cause) {
        boolean damaged = cause instanceof CorruptIndexException
                || cause instanceof IndexFormatTooNewException
                || cause instanceof IndexFormatTooOldException
                || cause instanceof NoSuchFileException
                || cause instanceof FileNotFoundException
                || cause instanceof EOFException;
        return new GatorException(
                damaged ? StoreError.CORRUPT : StoreError.IO, what + " failed: " + cause.getMessage(), cause);
    }

    static GatorException corrupt(String what) {
        return new GatorException(StoreError.CORRUPT, what);
    }
}
