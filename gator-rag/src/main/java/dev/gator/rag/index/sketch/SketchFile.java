package dev.gator.rag.index.sketch;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.IndexOutput;

/** The file of a segment that holds its sketches: for each field its number and its sketches, then a checksum. */
final class SketchFile {

    private static final String CODEC = "GatorSketches";
    private static final String EXTENSION = "gsk";
    private static final int VERSION = 1;
    private static final int END = -1;

    private SketchFile() {}

    static IndexOutput create(SegmentWriteState state) throws IOException {
        IndexOutput out = state.directory.createOutput(name(state.segmentInfo, state.segmentSuffix), state.context);
        CodecUtil.writeIndexHeader(out, CODEC, VERSION, state.segmentInfo.getId(), state.segmentSuffix);
        return out;
    }

    static void add(IndexOutput out, int field, int dimensions, Sketches sketches) throws IOException {
        out.writeInt(field);
        sketches.write(out, dimensions);
    }

    static void finish(IndexOutput out) throws IOException {
        out.writeInt(END);
        CodecUtil.writeFooter(out);
    }

    /** Reads a file whole and compares its checksum. */
    static Map<Integer, Sketches> read(SegmentReadState state) throws IOException {
        Map<Integer, Sketches> byField = new HashMap<>();
        String name = name(state.segmentInfo, state.segmentSuffix);
        try (ChecksumIndexInput in = state.directory.openChecksumInput(name, state.context)) {
            Throwable failure = null;
            try {
                CodecUtil.checkIndexHeader(in, CODEC, VERSION, VERSION, state.segmentInfo.getId(), state.segmentSuffix);
                for (int field = in.readInt(); field != END; field = in.readInt()) {
                    byField.put(field, Sketches.read(in));
                }
            } catch (IOException | RuntimeException e) {
                failure = e;
            } finally {
                CodecUtil.checkFooter(in, failure);
            }
        }
        return Map.copyOf(byField);
    }

    static String name(SegmentInfo segment, String suffix) {
        return IndexFileNames.segmentFileName(segment.name, suffix, EXTENSION);
    }
}
