package dev.gator.rag.index.faiss;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** FAISS through the bridge: {@code BridgeBench make|ask FOLDER FACTORY ROWS WIDTH ROUNDS}; bridge.sh runs it beside C++. */
final class BridgeBench {

    private static final int DIMENSIONS = 384;
    private static final int QUERIES = 500;
    private static final int COUNT = 10;

    /** CPU time of this thread: the machine may be busy with others. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private BridgeBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        if (args[0].equals("make")) {
            make(folder, args[2], Integer.parseInt(args[3]));
        } else {
            ask(folder, Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        }
    }

    private static void make(Path folder, String factory, int rows) throws IOException {
        Random random = new Random(1);
        float[][] centres = new float[200][DIMENSIONS];
        for (float[] centre : centres) {
            fill(centre, new float[DIMENSIONS], 1, random);
        }
        float[] all = points(rows, centres, random);
        try (NativeIndex index = NativeIndex.create(DIMENSIONS, factory)) {
            if (index.trainingPoints() > 0) {
                index.train(all);
            }
            index.add(all);
            index.save(folder.resolve("index.faiss"));
        }
        float[] queries = points(QUERIES, centres, random);
        ByteBuffer bytes = ByteBuffer.allocate(queries.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(queries);
        Files.write(folder.resolve("queries"), bytes.array());
    }

    private static void ask(Path folder, int width, int rounds) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("queries"))).order(ByteOrder.LITTLE_ENDIAN);
        float[][] queries = new float[QUERIES][DIMENSIONS];
        for (float[] query : queries) {
            bytes.asFloatBuffer().get(query);
            bytes.position(bytes.position() + DIMENSIONS * Float.BYTES);
        }
        double[] times = new double[rounds];
        try (NativeIndex index = NativeIndex.load(folder.resolve("index.faiss"), false)) {
            for (int round = 0; round < rounds; round++) {
                long start = THREADS.getCurrentThreadCpuTime();
                for (float[] query : queries) {
                    index.search(query, COUNT, width, null);
                }
                times[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / QUERIES;
            }
        }
        Arrays.sort(times);
        System.out.printf("bridge best %.1f us, median %.1f us%n", times[0], times[rounds / 2]);
    }

    private static float[] points(int count, float[][] centres, Random random) {
        float[] points = new float[count * DIMENSIONS];
        float[] point = new float[DIMENSIONS];
        for (int i = 0; i < count; i++) {
            fill(point, centres[random.nextInt(centres.length)], 0.7f, random);
            System.arraycopy(VectorSource.ofLengthOne(point), 0, points, i * DIMENSIONS, DIMENSIONS);
        }
        return points;
    }

    private static void fill(float[] values, float[] centre, float spread, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = centre[i] + (float) random.nextGaussian() * spread;
        }
    }
}
