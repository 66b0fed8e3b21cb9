package dev.gator.rag.parse.pdf;

import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Finds the bombs that cannot be seen from outside: streams packed twice or in an old way, and streams that were encrypted
 * with an empty password.
 */
final class PdfStreams {

    private static final Set<COSName> PACKING = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION);
    private static final Set<COSName> SEEN_BEFORE = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

    private final Source source;
    private final boolean encrypted;

    private PdfStreams(Source source, boolean encrypted) {
        this.source = source;
        this.encrypted = encrypted;
    }

    static void refuse(PDDocument document, Source source) throws IOException {
        PdfStreams streams = new PdfStreams(source, document.isEncrypted());
        COSDocument objects = document.getDocument();
        for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
            COSObject object = objects.getObjectFromPool(key);
            if (object.getObject() instanceof COSStream stream) {
                streams.check(stream);
            }
        }
    }

    private void check(COSStream stream) throws IOException {
        List<COSName> packing = filters(stream).filter(PACKING::contains).toList();
        if (packing.size() > 1) {
            throw source.fault(ParseError.HOSTILE, "holds a stream that is packed twice");
        }
        if (packing.size() == 1 && (encrypted || !SEEN_BEFORE.contains(packing.get(0)))) {
            Filter filter = FilterFactory.INSTANCE.getFilter(packing.get(0));
            try (InputStream packed = stream.createRawInputStream();
                    OutputStream counter = new Counter()) {
                filter.decode(packed, counter, stream, 0);
            }
        }
    }

    private static Stream<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSArray array) {
            return array.toList().stream()
                    .map(each -> each instanceof COSObject object ? object.getObject() : each)
                    .filter(COSName.class::isInstance)
                    .map(COSName.class::cast);
        }
        return filters instanceof COSName name ? Stream.of(name) : Stream.empty();
    }

    /** Counts what comes out, and keeps nothing of it. */
    private final class Counter extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count(length);
        }

        private void count(int more) {
            count += more;
            long most = source.limits().bytes() / 4;
            if (count > most) {
                throw source.tooLarge("bytes in one stream", most);
            }
        }
    }
}
