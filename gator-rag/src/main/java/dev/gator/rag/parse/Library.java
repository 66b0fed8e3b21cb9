package dev.gator.rag.parse;

/** The libraries that some kinds of file need and that an application adds itself. */
public enum Library {
    /** Reads HTML. */
    JSOUP("org/jsoup/Jsoup.class", "org.jsoup:jsoup:1.24.1"),
    /** Reads Markdown. */
    COMMONMARK("org/commonmark/parser/Parser.class", "org.commonmark:commonmark:0.30.0"),
    /** Reads tables in Markdown. */
    COMMONMARK_TABLES(
            "org/commonmark/ext/gfm/tables/TablesExtension.class", "org.commonmark:commonmark-ext-gfm-tables:0.30.0"),
    /** Reads PDF. */
    PDFBOX("org/apache/pdfbox/Loader.class", "org.apache.pdfbox:pdfbox:3.0.8");

    private final String proof;
    private final String coordinates;

    Library(String proof, String coordinates) {
        this.proof = proof;
        this.coordinates = coordinates;
    }

    /** Returns what to write into a build file. */
    public String coordinates() {
        return coordinates;
    }

    /** Refuses a file that cannot be read without this library, before one of its classes is touched. */
    public void require(Source source) {
        if (Library.class.getClassLoader().getResource(proof) == null) {
            throw source.fault(ParseError.MISSING_LIBRARY, source.type() + " needs " + coordinates);
        }
    }
}
