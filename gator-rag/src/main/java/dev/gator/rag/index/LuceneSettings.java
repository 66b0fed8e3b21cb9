package dev.gator.rag.index;

import dev.gator.error.Require;

/**
 * How a Lucene store works.
 *
 * @param language the language of records that name none, such as {@code en}; {@code und} for none in particular
 * @param verifiesOnOpen whether every file's checksum is compared when a collection is opened: about a second for each
 *     gigabyte
 * @param openCollections how many collections stay open at most while nobody uses them
 * @param writerMegabytes how much a collection keeps in memory at most before it writes
 */
public record LuceneSettings(String language, boolean verifiesOnOpen, int openCollections, int writerMegabytes) {

    /** Checks the bounds. */
    public LuceneSettings {
        Require.text("language", language);
        Require.range("open collections", openCollections, 1, 10_000);
        Require.range("writer megabytes", writerMegabytes, 1, 1_024);
    }

    /** Returns what fits most applications: no language in particular, checksums compared, 32 collections, 48 MB. */
    public static LuceneSettings ofDefaults() {
        return new LuceneSettings("und", true, 32, 48);
    }

    /** Returns a copy for records in a language, unless they name another one in the fact {@code language}. */
    public LuceneSettings withLanguage(String other) {
        return new LuceneSettings(other, verifiesOnOpen, openCollections, writerMegabytes);
    }

    /** Returns a copy that opens without comparing checksums. */
    public LuceneSettings withoutVerifying() {
        return new LuceneSettings(language, false, openCollections, writerMegabytes);
    }

    /** Returns a copy that keeps so many idle collections open. */
    public LuceneSettings withOpenCollections(int count) {
        return new LuceneSettings(language, verifiesOnOpen, count, writerMegabytes);
    }

    /** Returns a copy that keeps so much in memory before it writes. */
    public LuceneSettings withWriterMegabytes(int megabytes) {
        return new LuceneSettings(language, verifiesOnOpen, openCollections, megabytes);
    }
}
