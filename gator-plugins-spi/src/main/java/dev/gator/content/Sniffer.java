package dev.gator.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Recognises content by its first bytes. Reads, never decompresses, so a hostile archive costs one linear scan. */
final class Sniffer {

    private static final int HEAD = 4096;

    private static final List<Magic> MAGICS = List.of(
            new Magic(0, "\u0089PNG\r\n\u001a\n", MediaType.PNG),
            new Magic(0, "\u00ff\u00d8\u00ff", MediaType.JPEG),
            new Magic(0, "GIF87a", MediaType.GIF),
            new Magic(0, "GIF89a", MediaType.GIF),
            new Magic(0, "%PDF-", MediaType.PDF),
            new Magic(0, "OggS", MediaType.OGG),
            new Magic(0, "fLaC", MediaType.FLAC),
            new Magic(0, "ID3", MediaType.MP3),
            new Magic(0, "GGUF", MediaType.GGUF));

    private Sniffer() {}

    static MediaType sniff(byte[] bytes) {
        for (Magic magic : MAGICS) {
            if (at(bytes, magic.offset, magic.signature)) {
                return magic.type;
            }
        }
        if (at(bytes, 0, "RIFF")) {
            return riff(bytes);
        }
        if (at(bytes, 4, "ftyp")) {
            return isoMedia(bytes);
        }
        if (at(bytes, 0, "\u001aE\u00df\u00a3")) {
            return contains(bytes, "webm", 64) ? MediaType.WEBM : MediaType.MATROSKA;
        }
        if (at(bytes, 0, "PK\u0003\u0004") || at(bytes, 0, "PK\u0005\u0006")) {
            return zip(bytes);
        }
        return isMpegAudio(bytes) ? mpegAudio(bytes) : text(bytes);
    }

    private static MediaType riff(byte[] bytes) {
        if (at(bytes, 8, "WAVE")) {
            return MediaType.WAV;
        }
        if (at(bytes, 8, "WEBP")) {
            return MediaType.WEBP;
        }
        return at(bytes, 8, "AVI ") ? MediaType.AVI : MediaType.UNKNOWN;
    }

    private static MediaType isoMedia(byte[] bytes) {
        if (at(bytes, 8, "M4A ") || at(bytes, 8, "M4B ")) {
            return MediaType.M4A;
        }
        if (at(bytes, 8, "qt  ")) {
            return MediaType.QUICKTIME;
        }
        if (at(bytes, 8, "avif") || at(bytes, 8, "avis")) {
            return MediaType.AVIF;
        }
        return at(bytes, 8, "heic") || at(bytes, 8, "heix") ? MediaType.HEIC : MediaType.MP4;
    }

    private static MediaType zip(byte[] bytes) {
        if (at(bytes, 30, "mimetypeapplication/epub+zip")) {
            return MediaType.EPUB;
        }
        if (contains(bytes, "word/document", bytes.length)) {
            return MediaType.DOCX;
        }
        if (contains(bytes, "xl/workbook", bytes.length)) {
            return MediaType.XLSX;
        }
        return contains(bytes, "ppt/presentation", bytes.length) ? MediaType.PPTX : MediaType.ZIP;
    }

    private static boolean isMpegAudio(byte[] bytes) {
        return bytes.length >= 4 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xe0) == 0xe0 && layer(bytes) <= 1;
    }

    private static MediaType mpegAudio(byte[] bytes) {
        return layer(bytes) == 1 ? MediaType.MP3 : MediaType.AAC;
    }

    private static int layer(byte[] bytes) {
        return (bytes[1] >> 1) & 3;
    }

    private static MediaType text(byte[] bytes) {
        if (bytes.length == 0) {
            return MediaType.UNKNOWN;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(HEAD);
        int length = Math.min(bytes.length, HEAD);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, 0, length), out, false);
        String head = out.flip().toString();
        boolean readable = !result.isError() && head.chars().noneMatch(Sniffer::isBinaryControl);
        return readable && !head.isEmpty() ? markup(head) : MediaType.UNKNOWN;
    }

    private static MediaType markup(String head) {
        String start = head.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("\ufeff")) {
            start = start.substring(1).strip();
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return MediaType.HTML;
        }
        boolean declared = start.startsWith("<?xml") || start.startsWith("<!");
        if (start.startsWith("<svg") || (declared && start.contains("<svg"))) {
            return MediaType.SVG;
        }
        return start.startsWith("<?xml") ? MediaType.XML : MediaType.TEXT;
    }

    private static boolean isBinaryControl(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b;
    }

    private static boolean at(byte[] bytes, int offset, String signature) {
        if (bytes.length < offset + signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if ((bytes[offset + i] & 0xff) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, String signature, int within) {
        int last = Math.min(bytes.length, within) - signature.length();
        for (int i = 0; i <= last; i++) {
            if (bytes[i] == signature.charAt(0) && at(bytes, i, signature)) {
                return true;
            }
        }
        return false;
    }

    /** Bytes that begin a kind of file, one for each character. */
    private record Magic(int offset, String signature, MediaType type) {}
}
