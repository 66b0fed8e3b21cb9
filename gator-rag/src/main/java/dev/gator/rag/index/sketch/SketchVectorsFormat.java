package dev.gator.rag.index.sketch;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsReader;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsWriter;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's graph over Lucene's vectors, and sketches beside them to walk the graph by. Public because Lucene finds formats by
 * name through {@link java.util.ServiceLoader} when it reads an index.
 */
public final class SketchVectorsFormat extends KnnVectorsFormat {

    private static final String NAME = "GatorSketches1";
    private static final int MAX_DIMENSIONS = 8_192;
    private static final int LINKS = 16;
    private static final int BUILD_EFFORT = 100;

    private final FlatVectorsFormat whole =
            new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());

    /** Creates the format. */
    public SketchVectorsFormat() {
        super(NAME);
    }

    /** Lets Lucene find this format although Lucene was loaded by another class loader, as in a plugin host. */
    public static void makeKnown() {
        if (!availableKnnVectorsFormats().contains(NAME)) {
            reloadKnnVectorsFormat(SketchVectorsFormat.class.getClassLoader());
        }
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
        return new Lucene99HnswVectorsWriter(
                state, LINKS, BUILD_EFFORT, new SketchWriter(state, whole.fieldsWriter(state)), 1, null);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
        SketchReader sketches = new SketchReader(state, whole.fieldsReader(state));
        return new SketchGraphReader(sketches, new Lucene99HnswVectorsReader(state, sketches));
    }

    @Override
    public int getMaxDimensions(String field) {
        return MAX_DIMENSIONS;
    }
}
