package dev.gator.rag.parse;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Block;
import dev.gator.rag.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Documents written so that a test can name them in one line for each block. */
public final class Shown {

    private Shown() {}

    /** Reads a text as a file of that name. */
    public static Document read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads bytes as a file of that name. */
    public static Document read(String name, byte[] content) {
        return Parsers.standard().parse(name, content, CallContext.create());
    }

    /** Returns a line for each block: {@code table 2 [A > B] words}. */
    public static List<String> blocks(Document document) {
        return document.blocks().stream().map(block -> line(document, block)).toList();
    }

    private static String line(Document document, Block block) {
        String kind = block.kind().name().toLowerCase(Locale.ROOT);
        String page = block.page() == 0 ? "" : " " + block.page();
        String path = block.headings().isEmpty() ? "" : " [" + String.join(" > ", block.headings()) + "]";
        return kind + page + path + " " + document.textOf(block);
    }

    /** Reads a file that must be refused with this error; returns what the error says. */
    public static String refusal(ParseError expected, String name, byte[] content) {
        GatorException e = assertThrows(GatorException.class, () -> read(name, content));
        if (!e.code().equals(expected)) {
            throw new AssertionError("expected " + expected + " but it is " + e.code(), e);
        }
        return e.detail();
    }

    /** Reads a text that must be refused with this error; returns what the error says. */
    public static String refusal(ParseError expected, String name, String content) {
        return refusal(expected, name, content.getBytes(StandardCharsets.UTF_8));
    }
}
