package dev.gator.rag.index.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class SketchesTest {

    private static final int DIMENSIONS = 300; // not a multiple of 64
    private final Random random = new Random(9);

    @Test
    void aRotationKeepsDotProducts() {
        Rotation rotation = new Rotation(DIMENSIONS);
        float[] a = unit();
        float[] b = unit();
        assertEquals(VectorUtil.dotProduct(a, b), VectorUtil.dotProduct(rotation.rotate(a), rotation.rotate(b)), 1e-5);
        float[] lone = new float[DIMENSIONS];
        lone[5] = 1;
        for (float value : rotation.rotate(lone)) {
            assertTrue(Math.abs(value) < 0.5, "what one dimension says is not spread: " + value);
        }
    }

    @Test
    void estimatesAreRightOnAverageAndNeverFarOff() throws IOException {
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            vectors.add(unit());
        }
        Sketches sketches = Sketches.of(
                sink -> {
                    for (float[] vector : vectors) {
                        sink.take(vector);
                    }
                },
                vectors.size(),
                DIMENSIONS);
        float[] wanted = unit();
        float[] rotated = sketches.rotation().rotate(wanted);
        Planes planes = new Planes(rotated);
        double sum = 0;
        for (int i = 0; i < vectors.size(); i++) {
            float centre = VectorUtil.dotProduct(rotated, sketches.centres().point(sketches.centre(i)));
            double error = centre + sketches.beyondCentre(i, planes) - VectorUtil.dotProduct(wanted, vectors.get(i));
            assertTrue(Math.abs(error) < 0.25, "error " + error);
            sum += error;
        }
        assertEquals(0, sum / vectors.size(), 0.005);
    }

    @Test
    void vectorsWithoutLengthAreSketched() throws IOException {
        Sketches sketches = Sketches.of(sink -> sink.take(new float[3]), 1, 3);
        Planes planes = new Planes(sketches.rotation().rotate(new float[] {1, 0, 0}));
        assertEquals(0, sketches.beyondCentre(0, planes), 1e-6);
    }

    private float[] unit() {
        float[] values = new float[DIMENSIONS];
        double square = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] = (float) random.nextGaussian();
            square += values[i] * values[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] /= (float) Math.sqrt(square);
        }
        return values;
    }
}
