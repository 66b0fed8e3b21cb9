package dev.gator.rag.parse.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the encoding of XML and decodes it. The JDK's parser would do so too, but it writes to the standard error stream when
 * it meets bytes that do not fit; here they become replacement characters.
 */
final class XmlEncoding {

    private static final int HEAD = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,100}encoding\\s{0,4}=\\s{0,4}[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private XmlEncoding() {}

    static Reader reader(InputStream in) throws IOException {
        PushbackInputStream again = new PushbackInputStream(in, HEAD);
        byte[] head = again.readNBytes(HEAD);
        int mark = markLength(head);
        again.unread(head, mark, head.length - mark);
        return new InputStreamReader(again, encoding(head));
    }

    private static int markLength(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff) ? 2 : 0;
    }

    private static Charset encoding(byte[] head) {
        if (starts(head, 0xff, 0xfe) || starts(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, 0xfe, 0xff) || starts(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return declared.find() ? named(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static Charset named(String name) {
        try {
            // a declaration that can be read as Latin letters is not written in UTF-16, whatever it says
            Charset declared = Charset.forName(name);
            return declared.name().startsWith("UTF-") ? StandardCharsets.UTF_8 : declared;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
