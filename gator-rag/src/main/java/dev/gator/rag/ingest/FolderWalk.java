package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Document;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks a folder with one open handle and without remembering files; a folder that cannot be listed becomes an item that fails. */
final class FolderWalk implements Iterator<Item>, AutoCloseable {

    private final Deque<Path> folders = new ArrayDeque<>();
    private final Predicate<Path> wanted;
    private final Function<Path, Item> items;
    private @Nullable DirectoryStream<Path> open;
    private Path current;
    private Iterator<Path> entries = Collections.emptyIterator();
    private @Nullable Item next;

    FolderWalk(Path root, Predicate<Path> wanted, Function<Path, Item> items) {
        this.current = root;
        this.wanted = wanted;
        this.items = items;
        folders.add(root);
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            try {
                if (entries.hasNext()) {
                    next = offered(entries.next());
                } else if (folders.isEmpty()) {
                    close();
                    return false;
                } else {
                    enter(folders.remove());
                }
            } catch (IOException | DirectoryIteratorException e) {
                entries = Collections.emptyIterator();
                next = new Closed(current, e);
            }
        }
        return true;
    }

    @Override
    public Item next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Item item = next;
        next = null;
        return item;
    }

    @Override
    public void close() {
        folders.clear();
        entries = Collections.emptyIterator();
        leave();
    }

    @SuppressWarnings("StreamResourceLeak") // open until the walk leaves the folder, not until this method ends
    private void enter(Path folder) throws IOException {
        leave();
        current = folder;
        open = Files.newDirectoryStream(folder);
        entries = open.iterator();
    }

    private void leave() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException ignored) {
            // the folder was read; nothing depends on its handle
        } finally {
            open = null;
        }
    }

    private @Nullable Item offered(Path entry) throws IOException {
        if (Files.isHidden(entry)) {
            return null;
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            folders.add(entry);
            return null;
        }
        boolean file = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
        return file && wanted.test(entry) ? items.apply(entry) : null;
    }

    /** A folder that could not be listed. */
    private record Closed(Path folder, Exception cause) implements Item {

        @Override
        public String documentId() {
            return Document.idOf(source());
        }

        @Override
        public String source() {
            return FolderOrigin.nameOf(folder);
        }

        @Override
        public String print(CallContext context) {
            throw new GatorException(IngestError.FOLDER_UNREADABLE, "cannot list " + folder, cause);
        }

        @Override
        public Document read(CallContext context) {
            throw new GatorException(IngestError.FOLDER_UNREADABLE, "cannot list " + folder, cause);
        }
    }
}
