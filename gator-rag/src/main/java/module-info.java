/** Scripts from a brief and from examples that worked. */
module dev.gator.rag {
    requires java.net.http;
    requires java.xml;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.core;
    requires org.slf4j;
    requires static com.github.kagkarlsson.scheduler;
    requires static org.apache.pdfbox;
    requires static org.apache.pdfbox.io;
    requires static org.commonmark;
    requires static org.commonmark.ext.gfm.tables;
    requires static org.jsoup;
    requires static org.jspecify;
    requires static org.xerial.sqlitejdbc;
    requires transitive dev.gator.core;
    requires transitive java.sql;

    exports dev.gator.rag;
    exports dev.gator.rag.batch;
    exports dev.gator.rag.chunk;
    exports dev.gator.rag.cluster;
    exports dev.gator.rag.document;
    exports dev.gator.rag.ground;
    exports dev.gator.rag.index;
    exports dev.gator.rag.index.faiss;
    exports dev.gator.rag.index.opensearch;
    exports dev.gator.rag.ingest;
    exports dev.gator.rag.learn;
    exports dev.gator.rag.learn.trend;
    exports dev.gator.rag.learn.voice;
    exports dev.gator.rag.parse;
    exports dev.gator.rag.parse.code;
    exports dev.gator.rag.parse.feed;
    exports dev.gator.rag.parse.office;
    exports dev.gator.rag.parse.table;
    exports dev.gator.rag.quality;
    exports dev.gator.rag.recall;
    exports dev.gator.rag.reel;
    exports dev.gator.rag.retrieve;
    exports dev.gator.rag.retrieve.web;
    exports dev.gator.rag.script;
    exports dev.gator.rag.studio;
    exports dev.gator.rag.studio.document;
    exports dev.gator.rag.studio.shot;
    exports dev.gator.rag.text;
    exports dev.gator.rag.validate;

    opens dev.gator.rag.ground to
            dev.gator.spi;

    uses dev.gator.rag.parse.DocumentParser;

    provides dev.gator.rag.parse.DocumentParser with
            dev.gator.rag.parse.code.CodeParser,
            dev.gator.rag.parse.feed.FeedParser,
            dev.gator.rag.parse.office.SlidesParser,
            dev.gator.rag.parse.office.WordParser,
            dev.gator.rag.parse.office.WorkbookParser,
            dev.gator.rag.parse.pdf.PdfParser,
            dev.gator.rag.parse.table.CsvParser,
            dev.gator.rag.parse.table.JsonDocumentParser,
            dev.gator.rag.parse.text.EpubParser,
            dev.gator.rag.parse.text.HtmlParser,
            dev.gator.rag.parse.text.MarkdownParser,
            dev.gator.rag.parse.text.PlainTextParser;
    provides org.apache.lucene.codecs.KnnVectorsFormat with
            dev.gator.rag.index.sketch.SketchVectorsFormat;
}
