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
        return Math.max(0, (1 + estimate(vector)) / 2);
    }

    /** Returns the estimate of a dot product. */
    float estimate(int vector) {
        return toCentre(sketches.centre(vector)) + sketches.beyondCentre(vector, planes);
    }

    /** Estimates several. The first loop waits for memory once for all of them; the second finds everything near. */
    void estimate(int[] vectors, int count, float[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = toCentre(sketches.centre(vectors[i]));
        }
        for (int i = 0; i < count; i++) {
            into[i] += sketches.beyondCentre(vectors[i], planes);
        }
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
