package dev.gator.rag.parse;

import dev.gator.content.MediaType;

/** Kinds of text that only readers of documents tell apart. */
public final class Types {

    /** One JSON value on each line. */
    public static final MediaType JSON_LINES = new MediaType("application", "x-ndjson");
    /** Tab-separated values. */
    public static final MediaType TSV = new MediaType("text", "tab-separated-values");
    /** An RSS feed. */
    public static final MediaType RSS = new MediaType("application", "rss+xml");
    /** An Atom feed. */
    public static final MediaType ATOM = new MediaType("application", "atom+xml");
    /** An HTML page that is written as XML. */
    public static final MediaType XHTML = new MediaType("application", "xhtml+xml");
    /** A program, in whatever language. */
    public static final MediaType CODE = new MediaType("text", "x-source");

    private Types() {}
}
