package dev.gator.rag.parse;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import java.nio.file.Path;

/** Reads the file that it is given and says what went wrong. */
final class ReadInSmallHeap {

    private ReadInSmallHeap() {}

    /** Leaves with 0 if the file was refused as it should be. */
    public static void main(String[] arguments) {
        Parsers parsers = Parsers.standard().within(ParseLimits.standard().withBytes(2L << 30));
        try {
            parsers.parse(Path.of(arguments[0]), CallContext.create());
            System.exit(1);
        } catch (GatorException e) {
            System.out.println(e.getMessage());
        }
    }
}
