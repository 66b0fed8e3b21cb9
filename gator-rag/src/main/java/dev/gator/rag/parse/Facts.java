package dev.gator.rag.parse;

/** The names of the facts that parsers write down about a document. */
public final class Facts {

    /** What the file is, such as {@code text/html}. */
    public static final String TYPE = "type";

    /** Who wrote it. */
    public static final String AUTHOR = "author";

    /** When it was published, in seconds since 1970. */
    public static final String PUBLISHED = "published";

    /** The language of its words, such as {@code en}; of a program, the programming language, such as {@code java}. */
    public static final String LANGUAGE = "language";

    /** How many pages, slides or sheets it has. */
    public static final String PAGES = "pages";

    /** The columns of its tables and what they hold, such as {@code sku text, price number}. */
    public static final String COLUMNS = "columns";

    private Facts() {}
}
