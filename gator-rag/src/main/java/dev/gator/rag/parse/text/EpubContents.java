package dev.gator.rag.parse.text;

import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.archive.Archive;
import dev.gator.rag.parse.xml.XmlCursor;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a book says about itself, and which of its files are chapters. */
final class EpubContents {

    private static final String CONTAINER = "META-INF/container.xml";

    private final Map<String, String> files = new HashMap<>();
    private final List<String> chapters = new ArrayList<>();
    private String title = "";
    private String author = "";
    private String language = "";

    private EpubContents() {}

    static EpubContents of(Archive archive) {
        String packageFile = archive.firstOf("package file", List.of(packageFile(archive)));
        String folder = packageFile.substring(0, packageFile.lastIndexOf('/') + 1);
        EpubContents contents = new EpubContents();
        try (XmlCursor xml = archive.xml(packageFile)) {
            while (xml.next()) {
                if (xml.isStart()) {
                    contents.take(xml, folder, archive);
                }
            }
        }
        return contents;
    }

    private static String packageFile(Archive archive) {
        try (XmlCursor xml = archive.xml(CONTAINER)) {
            while (xml.next()) {
                if (xml.starts("rootfile")) {
                    return xml.attribute("full-path").orElse("");
                }
            }
        }
        return "";
    }

    private void take(XmlCursor xml, String folder, Archive archive) {
        switch (xml.name()) {
            case "title" -> title = title.isEmpty() ? xml.textInside() : title;
            case "creator" -> author = author.isEmpty() ? xml.textInside() : author;
            case "language" -> language = language.isEmpty() ? xml.textInside() : language;
            case "item" -> item(xml, folder);
            case "itemref" -> chapter(files.getOrDefault(xml.attribute("idref").orElse(""), ""), archive);
            default -> {
                // covers, fonts and the like
            }
        }
    }

    private void item(XmlCursor xml, String folder) {
        String type = xml.attribute("media-type").orElse("");
        if (type.contains("html")) {
            files.put(
                    xml.attribute("id").orElse(""),
                    resolved(folder, xml.attribute("href").orElse("")));
        }
    }

    private void chapter(String file, Archive archive) {
        if (archive.has(file)) {
            chapters.add(file);
        }
    }

    private static String resolved(String folder, String address) {
        try {
            String path = URI.create("/" + folder.replace(" ", "%20"))
                    .resolve(address.replace(" ", "%20"))
                    .normalize()
                    .getPath();
            return path == null || path.isEmpty() ? "" : path.substring(1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    void describe(Draft draft) {
        draft.title(title).fact(Facts.AUTHOR, author).fact(Facts.LANGUAGE, language);
    }

    /** Returns the files of the chapters in the order of reading. */
    List<String> chapters() {
        return chapters;
    }
}
