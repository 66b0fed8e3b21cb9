package dev.gator.rag.parse.archive;

/**
 * A line of the table of contents.
 *
 * @param name its name
 * @param stored whether it is not packed
 * @param packedSize how many bytes it takes in the archive
 * @param header where its own header lies
 * @param checksum the CRC-32 of its content
 */
record ArchiveEntry(String name, boolean stored, long packedSize, long header, long checksum) {}
