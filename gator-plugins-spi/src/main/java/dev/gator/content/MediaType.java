package dev.gator.content;

import dev.gator.error.Require;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What content is, such as {@code image/png}. Always in lower case and without parameters.
 *
 * @param type the part before the slash
 * @param subtype the part after it
 */
public record MediaType(String type, String subtype) {

    // first, because the constants below are checked with it
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    /** PNG picture. */
    public static final MediaType PNG = new MediaType("image", "png");
    /** JPEG picture. */
    public static final MediaType JPEG = new MediaType("image", "jpeg");
    /** GIF picture. */
    public static final MediaType GIF = new MediaType("image", "gif");
    /** WebP picture. */
    public static final MediaType WEBP = new MediaType("image", "webp");
    /** AVIF picture. */
    public static final MediaType AVIF = new MediaType("image", "avif");
    /** HEIC picture. */
    public static final MediaType HEIC = new MediaType("image", "heic");
    /** SVG drawing. */
    public static final MediaType SVG = new MediaType("image", "svg+xml");
    /** PDF document. */
    public static final MediaType PDF = new MediaType("application", "pdf");
    /** WAV sound. */
    public static final MediaType WAV = new MediaType("audio", "wav");
    /** MP3 sound. */
    public static final MediaType MP3 = new MediaType("audio", "mpeg");
    /** AAC sound in an MP4 container. */
    public static final MediaType M4A = new MediaType("audio", "mp4");
    /** AAC sound. */
    public static final MediaType AAC = new MediaType("audio", "aac");
    /** Ogg sound. */
    public static final MediaType OGG = new MediaType("audio", "ogg");
    /** FLAC sound. */
    public static final MediaType FLAC = new MediaType("audio", "flac");
    /** Samples without a header: 16 bits, little endian, one channel. */
    public static final MediaType PCM = new MediaType("audio", "l16");
    /** MP4 film. */
    public static final MediaType MP4 = new MediaType("video", "mp4");
    /** QuickTime film. */
    public static final MediaType QUICKTIME = new MediaType("video", "quicktime");
    /** AVI film. */
    public static final MediaType AVI = new MediaType("video", "x-msvideo");
    /** WebM film. */
    public static final MediaType WEBM = new MediaType("video", "webm");
    /** Matroska film. */
    public static final MediaType MATROSKA = new MediaType("video", "x-matroska");
    /** ZIP archive. */
    public static final MediaType ZIP = new MediaType("application", "zip");
    /** Word document. */
    public static final MediaType DOCX =
            new MediaType("application", "vnd.openxmlformats-officedocument.wordprocessingml.document");
    /** Excel workbook. */
    public static final MediaType XLSX =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    /** PowerPoint presentation. */
    public static final MediaType PPTX =
            new MediaType("application", "vnd.openxmlformats-officedocument.presentationml.presentation");
    /** EPUB book. */
    public static final MediaType EPUB = new MediaType("application", "epub+zip");
    /** GGUF model file. */
    public static final MediaType GGUF = new MediaType("application", "x-gguf");
    /** Plain text. */
    public static final MediaType TEXT = new MediaType("text", "plain");
    /** Markdown text. */
    public static final MediaType MARKDOWN = new MediaType("text", "markdown");
    /** HTML page. */
    public static final MediaType HTML = new MediaType("text", "html");
    /** Comma-separated values. */
    public static final MediaType CSV = new MediaType("text", "csv");
    /** JSON. */
    public static final MediaType JSON = new MediaType("application", "json");
    /** XML. */
    public static final MediaType XML = new MediaType("application", "xml");
    /** Bytes of which nothing is known. */
    public static final MediaType UNKNOWN = new MediaType("application", "octet-stream");

    private static final Map<String, MediaType> BY_EXTENSION = Map.ofEntries(
            Map.entry("png", PNG),
            Map.entry("jpg", JPEG),
            Map.entry("jpeg", JPEG),
            Map.entry("gif", GIF),
            Map.entry("webp", WEBP),
            Map.entry("avif", AVIF),
            Map.entry("heic", HEIC),
            Map.entry("svg", SVG),
            Map.entry("pdf", PDF),
            Map.entry("wav", WAV),
            Map.entry("mp3", MP3),
            Map.entry("m4a", M4A),
            Map.entry("aac", AAC),
            Map.entry("ogg", OGG),
            Map.entry("flac", FLAC),
            Map.entry("mp4", MP4),
            Map.entry("mov", QUICKTIME),
            Map.entry("avi", AVI),
            Map.entry("webm", WEBM),
            Map.entry("mkv", MATROSKA),
            Map.entry("zip", ZIP),
            Map.entry("docx", DOCX),
            Map.entry("xlsx", XLSX),
            Map.entry("pptx", PPTX),
            Map.entry("epub", EPUB),
            Map.entry("gguf", GGUF),
            Map.entry("txt", TEXT),
            Map.entry("md", MARKDOWN),
            Map.entry("html", HTML),
            Map.entry("htm", HTML),
            Map.entry("csv", CSV),
            Map.entry("json", JSON),
            Map.entry("xml", XML));

    /** Puts both parts into lower case and checks them. */
    public MediaType {
        type = type.toLowerCase(Locale.ROOT);
        subtype = subtype.toLowerCase(Locale.ROOT);
        Require.that(
                TOKEN.matcher(type).matches() && TOKEN.matcher(subtype).matches(),
                "not a media type: " + type + "/" + subtype);
    }

    /** Reads {@code image/png} or {@code text/plain; charset=utf-8}; parameters are dropped. */
    public static MediaType parse(String text) {
        String bare = text.strip();
        int parameters = bare.indexOf(';');
        if (parameters >= 0) {
            bare = bare.substring(0, parameters).strip();
        }
        int slash = bare.indexOf('/');
        Require.that(slash > 0, "not a media type: " + text);
        return new MediaType(bare.substring(0, slash), bare.substring(slash + 1));
    }

    /**
     * Tells what bytes are from the bytes alone; the beginning is enough for all but Office documents.
     *
     * @return {@link #UNKNOWN} if nothing fits
     */
    public static MediaType sniff(byte[] bytes) {
        return Sniffer.sniff(bytes);
    }

    /** Returns what the extension of a file name promises, if it is a known one. */
    public static Optional<MediaType> ofName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        BY_EXTENSION.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /** Returns the usual file extension without a dot, {@code bin} if none is known. */
    public String extension() {
        return BY_EXTENSION.entrySet().stream()
                .filter(e -> e.getValue().equals(this))
                .map(Map.Entry::getKey)
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length())
                .findFirst()
                .orElse("bin");
    }

    /** Returns whether it is a picture. */
    public boolean isImage() {
        return type.equals("image");
    }

    /** Returns whether it is sound. */
    public boolean isAudio() {
        return type.equals("audio");
    }

    /** Returns whether it is a film. */
    public boolean isVideo() {
        return type.equals("video");
    }

    /** Returns whether it can be read as characters. */
    public boolean isText() {
        return type.equals("text")
                || equals(JSON)
                || equals(XML)
                || subtype.endsWith("+json")
                || subtype.endsWith("+xml");
    }

    /** Returns {@code type/subtype}. */
    @Override
    public String toString() {
        return type + "/" + subtype;
    }
}
