package dev.gator.rag.index.sketch;

import java.util.Arrays;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.RandomAccessVectorValues;
import org.apache.lucene.util.hnsw.RandomVectorScorer;

/** Estimates how near the vectors of a segment are to one that is asked for. For one thread. */
final class SketchScorer extends RandomVectorScorer.AbstractRandomVectorScorer {

    private final Sketches sketches;
    private final float[] wanted;
    private final Planes planes;
    // a walk meets few of the centres
    private final float[] toCentre;

    SketchScorer(RandomAccessVectorValues vectors, Sketches sketches, float[] wanted) {
        super(vectors);
        this.sketches = sketches;
        this.wanted = sketches.rotation().rotate(wanted);
        this.planes = new Planes(this.wanted);
        this.toCentre = new float[sketches.centres().count()];
        Arrays.fill(toCentre, Float.NaN);
    }

    @Override
    public float score(int vector) {
        float dot = toCentre(sketches.centre(vector)) + sketches.beyondCentre(vector, planes);
        return Math.max(0, (1 + dot) / 2);
    }

    private float toCentre(int centre) {
        float known = toCentre[centre];
        if (Float.isNaN(known)) {
            known = VectorUtil.dotProduct(wanted, sketches.centres().point(centre));
            toCentre[centre] = known;
        }
        return known;
    }
}
