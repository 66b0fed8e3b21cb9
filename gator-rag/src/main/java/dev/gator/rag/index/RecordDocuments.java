package dev.gator.rag.index;

import dev.gator.embed.Embedding;
import dev.gator.store.Attribute;
import dev.gator.store.Attributes;
import dev.gator.store.VectorRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Records as Lucene documents, and back. */
final class RecordDocuments {

    private static final String LANGUAGE = "language";

    private final Languages languages;

    RecordDocuments(Languages languages) {
        this.languages = languages;
    }

    Document of(VectorRecord record) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, record.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(record.id())));
        String language = record.attributes().text(LANGUAGE).orElse("");
        document.add(new TextField(languages.field(language), record.text(), Field.Store.NO));
        addFacts(document, record.attributes());
        Growing kept = new Growing();
        kept.text(record.id());
        kept.text(record.text());
        FactsCoding.write(record.attributes(), kept);
        record.embedding().ifPresent(meaning -> addMeaning(document, meaning.toArray(), kept));
        // a column and not a stored field: those are compressed in blocks, and each hit would cost a block
        document.add(new BinaryDocValuesField(Fields.RECORD, new BytesRef(kept.bytes())));
        return document;
    }

    static VectorRecord read(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        BinaryDocValues records = leaf.reader().getBinaryDocValues(Fields.RECORD);
        records.advanceExact(doc - leaf.docBase);
        BytesRef bytes = records.binaryValue();
        ByteBuffer kept = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        String id = FactsCoding.text(kept);
        String text = FactsCoding.text(kept);
        Attributes facts = FactsCoding.read(kept);
        return new VectorRecord(id, meaning(leaf, doc - leaf.docBase, kept), text, facts);
    }

    private static void addMeaning(Document document, float[] raw, Growing kept) {
        float[] unit = Vectors.unit(raw);
        document.add(new KnnFloatVectorField(Fields.VECTOR, unit, VectorSimilarityFunction.DOT_PRODUCT));
        if (unit != raw) {
            kept.floats(raw);
        }
    }

    private static void addFacts(Document document, Attributes facts) {
        for (String name : facts.names()) {
            document.add(new StringField(Fields.NAMES, name, Field.Store.NO));
            facts.get(name).ifPresent(fact -> addFact(document, name, fact));
        }
    }

    private static void addFact(Document document, String name, Attribute fact) {
        if (fact instanceof Attribute.Text text) {
            document.add(new StringField(Fields.texts(name), Fields.term(text.value()), Field.Store.NO));
        } else if (fact instanceof Attribute.Texts several) {
            several.values()
                    .forEach(value ->
                            document.add(new StringField(Fields.texts(name), Fields.term(value), Field.Store.NO)));
        } else if (fact instanceof Attribute.Numeric number) {
            document.add(new DoublePoint(Fields.numbers(name), number.value()));
        } else if (fact instanceof Attribute.Flag flag) {
            document.add(new StringField(Fields.flags(name), Fields.flag(flag.value()), Field.Store.NO));
        }
    }

    /** Returns the vector as it was given: at the end of the record if it was not of length one. */
    private static @Nullable Embedding meaning(LeafReaderContext leaf, int doc, ByteBuffer rest) throws IOException {
        if (rest.hasRemaining()) {
            float[] raw = new float[rest.remaining() / Float.BYTES];
            rest.asFloatBuffer().get(raw);
            return Embedding.of(raw);
        }
        FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        boolean present = values != null && values.advance(doc) == doc;
        return present ? Embedding.of(values.vectorValue()) : null;
    }
}
