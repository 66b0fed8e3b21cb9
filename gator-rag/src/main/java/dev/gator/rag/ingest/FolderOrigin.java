package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.rag.parse.Parsers;
import dev.gator.rag.parse.Source;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder and of the folders in it. Hidden files and folders are left out, and so are links, which may lead
 * anywhere. Without a pattern, files of kinds that no parser reads are left out, too; with one, they are reported as failed.
 *
 * <p>Immutable. The folder is walked while the items are taken, one open folder at a time.
 */
public final class FolderOrigin implements Origin {

    private final Path folder;
    private final String name;
    private final @Nullable PathMatcher pattern;
    private final Parsers parsers;

    private FolderOrigin(Path folder, String name, @Nullable PathMatcher pattern, Parsers parsers) {
        this.folder = folder;
        this.name = name;
        this.pattern = pattern;
        this.parsers = parsers;
    }

    static FolderOrigin of(Path folder) {
        return new FolderOrigin(folder, nameOf(folder), null, Parsers.standard());
    }

    /**
     * Returns a copy with another name than the absolute path. The files keep their ids as long as the name and their place
     * in the folder stay, wherever the folder is.
     */
    public FolderOrigin named(String other) {
        return new FolderOrigin(folder, Require.text("name of the origin", other), pattern, parsers);
    }

    /** Returns a copy for files whose place in the folder fits a glob, such as {@code **.md} or {@code manuals/*.pdf}. */
    public FolderOrigin matching(String glob) {
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return new FolderOrigin(folder, name, matcher, parsers);
        } catch (PatternSyntaxException e) {
            throw new GatorException(CallError.BAD_ARGUMENT, "not a glob: " + glob, e);
        }
    }

    /** Returns a copy whose files are read by these parsers. */
    public FolderOrigin readBy(Parsers others) {
        return new FolderOrigin(folder, name, pattern, others);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Stream<Item> items(CallContext context) {
        FolderWalk walk = new FolderWalk(folder, this::isWanted, this::item);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, Spliterator.NONNULL), false)
                .onClose(walk::close);
    }

    /** Returns the name of a file or folder that was given none: its absolute path, with slashes on every system. */
    static String nameOf(Path path) {
        return path.toAbsolutePath().normalize().toString().replace('\\', '/');
    }

    private boolean isWanted(Path file) {
        if (pattern != null) {
            return pattern.matches(folder.relativize(file));
        }
        try {
            return parsers.reads(Source.of(file).type());
        } catch (GatorException e) {
            return true; // what cannot be opened is reported when it is read
        }
    }

    private Item item(Path file) {
        String place = folder.relativize(file).toString().replace('\\', '/');
        return new FileItem(file, name + "/" + place, parsers);
    }
}
