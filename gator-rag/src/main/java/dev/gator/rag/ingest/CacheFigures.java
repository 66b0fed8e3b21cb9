package dev.gator.rag.ingest;

/**
 * What a cache of vectors saved.
 *
 * @param remembered how many texts were found in memory
 * @param kept how many were found in the store behind it
 * @param bought how many the model was asked for
 */
public record CacheFigures(long remembered, long kept, long bought) {

    /** Returns the share of texts that the model was not asked for, 0 to 1; 0 before the first. */
    public double hitRate() {
        long all = remembered + kept + bought;
        return all == 0 ? 0 : (double) (remembered + kept) / all;
    }
}
