package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.Parsers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

record FileOrigin(List<Path> files) implements Origin {

    FileOrigin {
        files = List.copyOf(files);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Stream<Item> items(CallContext context) {
        Parsers parsers = Parsers.standard();
        return files.stream().map(file -> new FileItem(file, FolderOrigin.nameOf(file), parsers));
    }
}
