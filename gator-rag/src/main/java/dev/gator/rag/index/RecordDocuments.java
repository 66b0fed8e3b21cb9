package dev.gator.rag.index;

import dev.gator.embed.Embedding;
import dev.gator.store.Attribute;
import dev.gator.store.Attributes;
import dev.gator.store.VectorRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
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
        document.add(new StringField(Fields.ID, record.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(record.id())));
        document.add(new StoredField(Fields.TEXT, record.text()));
        document.add(new StoredField(Fields.FACTS, FactsCoding.write(record.attributes())));
        String language = record.attributes().text(LANGUAGE).orElse("");
        document.add(new TextField(languages.field(language), record.text(), Field.Store.NO));
        record.embedding().ifPresent(meaning -> addMeaning(document, meaning));
        addFacts(document, record.attributes());
        return document;
    }

    static VectorRecord read(IndexSearcher searcher, int doc) throws IOException {
        Document document = searcher.storedFields().document(doc);
        ByteBuffer facts = bytes(document.getBinaryValue(Fields.FACTS));
        return new VectorRecord(
                document.get(Fields.ID),
                meaning(searcher, doc, document.getBinaryValue(Fields.RAW)),
                document.get(Fields.TEXT),
                FactsCoding.read(facts));
    }

    private static void addMeaning(Document document, Embedding meaning) {
        float[] raw = meaning.toArray();
        float[] unit = Vectors.unit(raw);
        document.add(new KnnFloatVectorField(Fields.VECTOR, unit, VectorSimilarityFunction.DOT_PRODUCT));
        if (unit != raw) {
            Growing kept = new Growing();
            kept.floats(raw);
            document.add(new StoredField(Fields.RAW, kept.bytes()));
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

    private static @Nullable Embedding meaning(IndexSearcher searcher, int doc, @Nullable BytesRef raw)
            throws IOException {
        if (raw != null) {
            float[] values = new float[raw.length / Float.BYTES];
            bytes(raw).asFloatBuffer().get(values);
            return Embedding.of(values);
        }
        LeafReaderContext leaf = searcher.getIndexReader()
                .leaves()
                .get(ReaderUtil.subIndex(doc, searcher.getIndexReader().leaves()));
        LeafReader reader = leaf.reader();
        FloatVectorValues values = reader.getFloatVectorValues(Fields.VECTOR);
        boolean present = values != null && values.advance(doc - leaf.docBase) == doc - leaf.docBase;
        return present ? Embedding.of(values.vectorValue()) : null;
    }

    private static ByteBuffer bytes(BytesRef ref) {
        return ByteBuffer.wrap(ref.bytes, ref.offset, ref.length).slice();
    }
}
