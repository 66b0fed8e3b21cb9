package dev.gator.rag.parse.pdf;

/**
 * A line of a page.
 *
 * @param page the page, counted from 1
 * @param paragraph which paragraph of the file it belongs to
 * @param size the size of most of its letters, in half points
 * @param words its words
 */
record PdfLine(int page, int paragraph, int size, String words) {}
