package dev.gator.rag.parse.office;

import dev.gator.rag.parse.archive.Archive;
import dev.gator.rag.parse.xml.XmlCursor;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a part of an Office document points to inside the same archive; what lies elsewhere is left out. */
final class Relations {

    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, String> byType = new LinkedHashMap<>();

    private Relations() {}

    static Relations of(String part, Archive archive) {
        Relations relations = new Relations();
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String file = folder + "_rels/" + part.substring(slash) + ".rels";
        if (archive.has(file)) {
            try (XmlCursor xml = archive.xml(file)) {
                while (xml.next()) {
                    if (xml.starts("Relationship")) {
                        relations.take(xml, folder);
                    }
                }
            }
        }
        return relations;
    }

    private void take(XmlCursor xml, String folder) {
        String target = xml.attribute("Target").orElse("");
        if (xml.attribute("TargetMode").orElse("").equals("External") || target.isEmpty()) {
            return;
        }
        String name = resolved(folder, target);
        String type = xml.attribute("Type").orElse("");
        xml.attribute("Id").ifPresent(id -> targets.put(id, name));
        byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), name);
    }

    private static String resolved(String folder, String target) {
        try {
            String path = new URI(null, null, "/" + folder, null)
                    .resolve(new URI(null, null, target, null))
                    .normalize()
                    .getPath();
            return path.startsWith("/") ? path.substring(1) : path;
        } catch (URISyntaxException e) {
            return target;
        }
    }

    /** Returns the name of the part that an id stands for. */
    Optional<String> target(String id) {
        return Optional.ofNullable(targets.get(id));
    }

    /** Returns the name of the first part of a type, such as {@code styles}. */
    Optional<String> firstOfType(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
