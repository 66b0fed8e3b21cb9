package dev.gator.rag.parse.xml;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through XML from event to event. A document type declaration is refused, and with it every entity that could open
 * a file, an address or a bomb. For one thread; close it, and the stream is closed, too.
 */
public final class XmlCursor implements AutoCloseable {

    private static final int CHECKED_EVERY = 1 << 10;
    private static final String OWN_DEPTH_LIMIT = "jdk.xml.maxElementDepth";

    private final InputStream in;
    private final Source source;
    private final CallContext context;
    private final XMLStreamReader reader;
    private int depth;
    private int events;

    private XmlCursor(InputStream in, Source source, CallContext context) throws XMLStreamException, IOException {
        this.in = in;
        this.source = source;
        this.context = context;
        this.reader = hardened().createXMLStreamReader(XmlEncoding.reader(in));
    }

    /** Opens XML that is a file or lies in one. */
    public static XmlCursor open(InputStream in, Source source, CallContext context) {
        try {
            return new XmlCursor(in, source, context);
        } catch (XMLStreamException | IOException | RuntimeException e) {
            close(in);
            throw asFault(e, source, "is not XML");
        }
    }

    private static XMLInputFactory hardened() {
        // the JDK's own factory: one from the class path may read these settings differently
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(OWN_DEPTH_LIMIT, 0); // the depth is counted here, by the same limit on every JDK
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** Goes to the next event; returns whether there is one. */
    public boolean next() {
        if (++events % CHECKED_EVERY == 0) {
            context.check();
        }
        try {
            if (!reader.hasNext()) {
                return false;
            }
            count(reader.next());
            return true;
        } catch (XMLStreamException | RuntimeException e) {
            int line = reader.getLocation().getLineNumber();
            throw asFault(e, source, line > 0 ? "is not XML in line " + line : "is not XML");
        }
    }

    private void count(int event) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw source.fault(ParseError.HOSTILE, "declares a document type or entities");
        }
        if (event == XMLStreamConstants.START_ELEMENT
                && ++depth > source.limits().depth()) {
            throw source.tooLarge(
                    "elements inside each other, the limit named depth",
                    source.limits().depth());
        }
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }

    /** Returns whether an element of this local name begins here. */
    public boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    /** Returns whether an element of this local name ends here. */
    public boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** Returns whether any element begins here. */
    public boolean isStart() {
        return reader.isStartElement();
    }

    /** Returns whether any element ends here. */
    public boolean isEnd() {
        return reader.isEndElement();
    }

    /** Returns whether there are characters here. */
    public boolean isText() {
        int event = reader.getEventType();
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
    }

    /** Returns the local name of the element that begins or ends here. */
    public String name() {
        return reader.getLocalName();
    }

    /** Returns the namespace of the element that begins or ends here; empty if it has none. */
    public String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** Returns the characters here. */
    public String text() {
        return reader.getText();
    }

    /** Returns an attribute of the element that begins here, by its local name; one without a namespace comes first. */
    public Optional<String> attribute(String name) {
        String found = null;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                if (!isQualified(i)) {
                    return Optional.of(reader.getAttributeValue(i));
                }
                found = reader.getAttributeValue(i);
            }
        }
        return Optional.ofNullable(found);
    }

    /** Returns an attribute that has a namespace, by its local name. */
    public Optional<String> qualified(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && isQualified(i)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private boolean isQualified(int attribute) {
        String namespace = reader.getAttributeNamespace(attribute);
        return namespace != null && !namespace.isEmpty();
    }

    /** Goes to the end of the element that begins here and returns all characters on the way. */
    public String textInside() {
        StringBuilder all = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside && next()) {
            if (isText()) {
                all.append(text());
                if (all.length() > source.limits().characters()) {
                    throw source.tooLarge("characters", source.limits().characters());
                }
            }
        }
        return all.toString();
    }

    /** Returns how many elements are open here. */
    public int depth() {
        return depth;
    }

    @Override
    public void close() {
        close(in);
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // nothing was written, so nothing can be lost
        }
    }

    private static GatorException asFault(Exception e, Source source, String what) {
        return e instanceof GatorException known ? known : source.fault(ParseError.BROKEN, what, e);
    }
}
