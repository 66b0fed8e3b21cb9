/** Documents to evidence to scripts. */
module dev.gator.rag {
    requires static org.jspecify;
    requires transitive dev.gator.core;
    requires org.apache.lucene.core;
    requires org.apache.lucene.analysis.common;

    exports dev.gator.rag;
    exports dev.gator.rag.reel;
    exports dev.gator.rag.script;
    exports dev.gator.rag.text;
    exports dev.gator.rag.validate;
}
