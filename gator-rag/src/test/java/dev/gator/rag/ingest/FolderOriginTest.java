package dev.gator.rag.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.ParseError;
import dev.gator.store.Attributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOriginTest {

    @TempDir
    private Path folder;

    private final Shelf shelf = new Shelf();

    @BeforeEach
    void fill() throws IOException {
        write("otters.txt", "Otters hold hands.");
        write("deep/er/owls.txt", "Owls turn heads.");
        write(".hidden/secret.txt", "Hidden.");
        write(".env", "KEY=1");
        Files.write(folder.resolve("picture.bin"), new byte[] {0, 1, 2, 3, (byte) 0xff, 0, 0, 0});
    }

    @Test
    void readsWhatItCanAndLeavesOutWhatIsHiddenLinkedOrOfAnUnknownKind() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("linked.txt"), folder.resolve(".env"));
        IngestReport report = ingest(Origin.folder(folder));
        assertEquals(List.of("Otters hold hands.", "Owls turn heads."), shelf.words());
        assertTrue(report.isComplete(), report.summary());
    }

    @Test
    void aPatternChoosesAndNamesWhatNobodyReads() {
        assertEquals(1, ingest(Origin.folder(folder).matching("deep/**.txt")).added());
        IngestReport all = ingest(Origin.folder(folder).matching("**"));
        assertEquals(1, all.added());
        assertEquals(1, all.unchanged());
        assertEquals(1, all.failed());
        assertEquals(ParseError.UNKNOWN_TYPE, all.failures().get(0).error().code());
        assertThrows(GatorException.class, () -> Origin.folder(folder).matching("[a"));
    }

    @Test
    void aFolderWithANameMayMove() throws IOException {
        ingest(Origin.folder(folder).named("animals"));
        Path moved = folder.resolve("moved");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            Files.createDirectory(moved);
            for (Path file : all) {
                Files.move(file, moved.resolve(file.getFileName()));
            }
        }
        IngestReport report = ingest(Origin.folder(moved).named("animals"));
        assertEquals(2, report.unchanged());
        assertEquals(2, ingest(Origin.folder(moved)).added());
    }

    @Test
    void vanishedFilesAreDeletedOnlyIfAsked() throws IOException {
        shelf.ingest(Document.of("elsewhere", "Not of this folder."));
        ingest(Origin.folder(folder));
        Files.delete(folder.resolve("otters.txt"));
        assertEquals(0, ingest(Origin.folder(folder)).removed());
        assertEquals(3, shelf.pieces());
        IngestReport swept = shelf.ingestor().removingVanished().ingest(Origin.folder(folder), CallContext.create());
        assertEquals(1, swept.removed());
        assertEquals(List.of("Not of this folder.", "Owls turn heads."), shelf.words());
    }

    @Test
    void nothingIsDeletedWhenAFolderCannotBeListed() {
        ingest(Origin.folder(folder).named("animals"));
        IngestReport report = shelf.ingestor()
                .removingVanished()
                .ingest(Origin.folder(folder.resolve("gone")).named("animals"), CallContext.create());
        assertEquals(1, report.failed());
        assertEquals(
                IngestError.FOLDER_UNREADABLE, report.failures().get(0).error().code());
        assertEquals(2, shelf.pieces());
    }

    @Test
    void aChangedFileIsIngestedAnew() throws IOException {
        ingest(Origin.folder(folder));
        write("otters.txt", "Otters swim.");
        IngestReport report = ingest(Origin.folder(folder));
        assertEquals(1, report.changed());
        assertEquals(1, report.unchanged());
        assertEquals(List.of("Otters swim.", "Owls turn heads."), shelf.words());
    }

    @Test
    void singleFilesAndFactsGoTogether() {
        Origin files = Origin.files(folder.resolve("otters.txt"), folder.resolve("none.txt"))
                .with(Attributes.none().with("team", "zoo"));
        IngestReport report = ingest(files);
        assertEquals(1, report.added());
        assertEquals(ParseError.UNREADABLE, report.failures().get(0).error().code());
        assertEquals(
                "zoo",
                shelf.records()
                        .values()
                        .iterator()
                        .next()
                        .attributes()
                        .text("team")
                        .orElseThrow());
    }

    private IngestReport ingest(Origin origin) {
        return shelf.ingestor().ingest(origin, CallContext.create());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
