package dev.gator.rag.index;

import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** The exact scores of documents of one segment, asked for in ascending order. */
final class LeafScores {

    private final float @Nullable [] meaning;
    private final @Nullable FloatVectorValues vectors;
    private final @Nullable Scorer words;

    LeafScores(LeafReaderContext leaf, float @Nullable [] meaning, @Nullable Weight words) throws IOException {
        this.meaning = meaning;
        this.vectors = meaning == null ? null : leaf.reader().getFloatVectorValues(Fields.VECTOR);
        this.words = words == null ? null : words.scorer(leaf);
    }

    /** Returns how near a document's meaning is; less than 0 if it has none. */
    double meaning(int doc) throws IOException {
        float[] wanted = meaning;
        FloatVectorValues values = vectors;
        if (wanted == null || values == null) {
            return -1;
        }
        int at = values.docID() < doc ? values.advance(doc) : values.docID();
        return at == doc ? Vectors.score(VectorUtil.dotProduct(wanted, values.vectorValue())) : -1;
    }

    /** Returns how much of the words a document holds. */
    double words(int doc) throws IOException {
        Scorer scorer = words;
        if (scorer == null) {
            return 0;
        }
        int at = scorer.docID() < doc ? scorer.iterator().advance(doc) : scorer.docID();
        return at == doc ? Math.min(1, scorer.score()) : 0;
    }
}
