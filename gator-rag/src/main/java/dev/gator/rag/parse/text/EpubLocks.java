package dev.gator.rag.parse.text;

import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.archive.Archive;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.Set;

/** Tells books that are locked from those that only scramble their fonts, as publishers must. */
final class EpubLocks {

    private static final String FILE = "META-INF/encryption.xml";
    private static final Set<String> FONTS =
            Set.of("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC");

    private EpubLocks() {}

    static void refuse(Archive archive, Source source) {
        if (!archive.has(FILE)) {
            return;
        }
        try (XmlCursor xml = archive.xml(FILE)) {
            boolean data = false;
            while (xml.next()) {
                if (xml.starts("EncryptedData") || xml.ends("EncryptedData")) {
                    data = xml.isStart();
                } else if (data
                        && xml.starts("EncryptionMethod")
                        && !FONTS.contains(xml.attribute("Algorithm").orElse(""))) {
                    throw source.fault(ParseError.ENCRYPTED, "is a book with a lock");
                }
            }
        }
    }
}
