package dev.gator.rag.index.faiss;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One FAISS index. Vectors are numbered in the order in which they are added; they should have length 1, so that the inner
 * product that FAISS computes is the cosine. Many threads may search at once; adding and closing need the index alone.
 */
final class NativeIndex implements AutoCloseable {

    private long handle;

    private NativeIndex(long handle) {
        this.handle = handle;
    }

    /** Makes an empty index from FAISS's own description, such as {@code IVF256,PQ48}. */
    static NativeIndex create(int dimensions, String factory) {
        NativeLibrary.require();
        return new NativeIndex(make(dimensions, factory));
    }

    /** Reads an index; {@code mapped} leaves the lists of an IVF index in the file, and then nothing can be added. */
    static NativeIndex load(Path file, boolean mapped) {
        NativeLibrary.require();
        return new NativeIndex(load(file.toString(), mapped));
    }

    /** Returns how many vectors the training wants to see; 0 once there is nothing to learn. */
    long trainingPoints() {
        return trainingPoints(open());
    }

    /** Learns from vectors that lie end to end. */
    void train(float[] points) {
        train(open(), points);
    }

    /** Adds vectors that lie end to end. */
    void add(float[] vectors) {
        add(open(), vectors);
    }

    /**
     * Returns the numbers of the nearest vectors, best first.
     *
     * @param width how much to look at: candidates of a graph, eight times the lists of an IVF index
     * @param among which vectors count, or null for all
     */
    long[] search(float[] query, int count, int width, @Nullable BitSet among) {
        long[] found = new long[count];
        byte @Nullable [] mask = among == null ? null : among.toByteArray();
        int length = search(open(), query, Math.max(width, count), mask, found);
        return Arrays.copyOf(found, length);
    }

    void save(Path file) {
        save(open(), file.toString());
    }

    long size() {
        return size(open());
    }

    int dimensions() {
        return dimensions(open());
    }

    @Override
    public void close() {
        if (handle != 0) {
            free(handle);
            handle = 0;
        }
    }

    private long open() {
        if (handle == 0) {
            throw new GatorException(CallError.CLOSED, "the FAISS index is closed");
        }
        return handle;
    }

    /** Called by the native side: turns what FAISS said into an error of ours. */
    static GatorException failure(String message) {
        return new GatorException(FaissError.REFUSED, "FAISS: " + message);
    }

    private static native long make(int dimensions, String factory);

    private static native long load(String file, boolean mapped);

    private static native void save(long handle, String file);

    private static native void free(long handle);

    private static native long size(long handle);

    private static native int dimensions(long handle);

    private static native long trainingPoints(long handle);

    private static native void train(long handle, float[] points);

    private static native void add(long handle, float[] vectors);

    private static native int search(long handle, float[] query, int width, byte @Nullable [] mask, long[] found);
}
