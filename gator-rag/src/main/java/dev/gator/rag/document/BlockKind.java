package dev.gator.rag.document;

/** What a part of a document is. */
public enum BlockKind {
    /** A heading. */
    HEADING,
    /** Running text. */
    PARAGRAPH,
    /** The items of a list. */
    LIST,
    /** A table; its first line names the columns. */
    TABLE,
    /** Program text, or one symbol of it. */
    CODE,
    /** Words said beside the text, such as a speaker's notes or a caption. */
    NOTE
}
