package dev.gator.rag.index;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * Compares every byte of an index with the checksums that Lucene wrote at the end of each file. Lucene itself looks at
 * them only when it merges: too late for an answer that was wrong.
 */
final class Checksums {

    private Checksums() {}

    /** Checks the files of the last commit and returns what was noted with it. */
    static Map<String, String> verify(Directory directory) throws IOException {
        String commit = SegmentInfos.getLastCommitSegmentsFileName(directory);
        // before it is read: damaged counts may make the reader ask for gigabytes
        check(directory, commit);
        SegmentInfos segments = SegmentInfos.readCommit(directory, commit);
        for (String file : segments.files(false)) {
            check(directory, file);
        }
        return segments.getUserData();
    }

    static void check(Directory directory, String file) throws IOException {
        try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(input);
        }
    }
}
