package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.content.MediaType;
import java.io.InputStream;
import java.util.Optional;

/**
 * Files, named by their content. The same content stored twice by one owner is one blob; stored by two owners it is two,
 * and neither can tell that the other has it.
 */
public interface BlobStore extends AutoCloseable {

    /**
     * Stores what a stream yields, whole or not at all, and leaves the stream open.
     *
     * @param limit the most bytes to take
     * @throws dev.gator.error.GatorException TOO_LARGE if there are more; IO if the stream or the store fails
     */
    BlobInfo put(Owner owner, InputStream content, MediaType type, long limit);

    /**
     * Opens a blob for reading; the caller closes it.
     *
     * @throws dev.gator.error.GatorException NOT_FOUND
     */
    InputStream open(Owner owner, BlobId id);

    /** Returns what is known about a blob, if the owner has it. */
    Optional<BlobInfo> stat(Owner owner, BlobId id);

    /** Deletes a blob; returns whether the owner had it. Streams that are open already are read to their end. */
    boolean delete(Owner owner, BlobId id);

    /** Lists the owner's blobs in the order of their ids. */
    Page<BlobInfo> list(Owner owner, PageRequest page);

    /** Deletes everything of a user, or of a tenant with all its users; returns how many blobs. */
    long erase(Owner owner);

    @Override
    void close();

    /** Returns a store that forgets with the process. */
    static BlobStore inMemory(TimeSource time) {
        return new InMemoryBlobStore(time);
    }
}
