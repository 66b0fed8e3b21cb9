package dev.gator.rag.parse;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import java.nio.file.Path;

/** Reads the file that it is given and says what came of it. */
final class ReadInSmallHeap {

    private ReadInSmallHeap() {}

    /** Leaves with 0 if the file was read or refused. */
    public static void main(String[] arguments) {
        Parsers parsers = Parsers.standard().within(ParseLimits.standard().withBytes(2L << 30));
        try {
            parsers.parse(Path.of(arguments[0]), CallContext.create());
            System.out.println("read");
        } catch (GatorException e) {
            System.out.println(e.getMessage());
        }
    }
}
