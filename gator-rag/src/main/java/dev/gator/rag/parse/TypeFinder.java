package dev.gator.rag.parse;

import dev.gator.content.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what a file is. Bytes that have a signature decide; for plain text the extension of the name does. */
final class TypeFinder {

    private static final int HEAD = 4096;
    private static final int ARCHIVE_HEAD = 16 << 20;

    private static final Set<MediaType> PACKED = Set.of(MediaType.DOCX, MediaType.XLSX, MediaType.PPTX, MediaType.EPUB);

    private static final Map<String, MediaType> BY_EXTENSION = Map.ofEntries(
            Map.entry("markdown", MediaType.MARKDOWN),
            Map.entry("log", MediaType.TEXT),
            Map.entry("text", MediaType.TEXT),
            Map.entry("jsonl", Types.JSON_LINES),
            Map.entry("ndjson", Types.JSON_LINES),
            Map.entry("tsv", Types.TSV),
            Map.entry("tab", Types.TSV),
            Map.entry("rss", Types.RSS),
            Map.entry("atom", Types.ATOM),
            Map.entry("xhtml", Types.XHTML));

    private static final Set<String> CODE = Set.of(
            "java", "kt", "kts", "py", "pyi", "js", "mjs", "cjs", "jsx", "ts", "mts", "tsx", "go", "c", "h", "cc",
            "cpp", "cxx", "hh", "hpp", "rs");

    private TypeFinder() {}

    static MediaType find(Source source) {
        byte[] head = source.head(HEAD);
        MediaType told = MediaType.sniff(head);
        Optional<MediaType> promised = promised(source.name());
        if (told.equals(MediaType.ZIP)) {
            MediaType packed = MediaType.sniff(source.head(ARCHIVE_HEAD));
            return packed.equals(MediaType.ZIP)
                    ? promised.filter(PACKED::contains).orElse(packed)
                    : packed;
        }
        if (!told.equals(MediaType.UNKNOWN) && !told.isText()) {
            return told;
        }
        // a file that promises a signature and has none is broken, and its own parser says so best
        if (promised.isPresent() && !promised.get().isText()) {
            return promised.get();
        }
        int tolerated = promised.isPresent() ? head.length / 4 + 2 : head.length / 50;
        boolean unknown = told.equals(MediaType.UNKNOWN) && controls(head) > tolerated;
        return unknown ? MediaType.UNKNOWN : text(told, promised, head);
    }

    private static Optional<MediaType> promised(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (CODE.contains(extension)) {
            return Optional.of(Types.CODE);
        }
        return MediaType.ofName(name).or(() -> Optional.ofNullable(BY_EXTENSION.get(extension)));
    }

    private static MediaType text(MediaType told, Optional<MediaType> promised, byte[] head) {
        Charset encoding = TextDecoder.encodingOf(head, head.length);
        String start = new String(head, encoding).toLowerCase(Locale.ROOT);
        boolean general = promised.isEmpty()
                || promised.get().equals(MediaType.TEXT)
                || promised.get().equals(MediaType.XML);
        if (!general) {
            return promised.get();
        }
        if (told.equals(MediaType.HTML)
                || told.equals(MediaType.XML)
                || start.stripLeading().startsWith("<")) {
            return markup(told, start);
        }
        return start.startsWith("#!") ? Types.CODE : MediaType.TEXT;
    }

    private static MediaType markup(MediaType told, String start) {
        if (start.contains("<rss") || start.contains("<rdf:rdf")) {
            return Types.RSS;
        }
        if (start.contains("<feed")) {
            return Types.ATOM;
        }
        boolean page = told.equals(MediaType.HTML) || start.contains("<html") || start.contains("<!doctype html");
        return page ? MediaType.HTML : MediaType.TEXT;
    }

    /** Old encodings have no control characters; UTF-16 has a zero beside every Latin letter, which does not count. */
    private static int controls(byte[] head) {
        if (!TextDecoder.encodingOf(head, head.length).equals(StandardCharsets.UTF_8)) {
            return 0;
        }
        int controls = 0;
        for (byte b : head) {
            controls += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' ? 1 : 0;
        }
        return controls;
    }
}
