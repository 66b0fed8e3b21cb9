/** Documents to evidence to scripts. */
module dev.gator.rag {
    requires static org.jspecify;
    requires transitive dev.gator.core;
    requires org.apache.lucene.core;
    requires org.apache.lucene.analysis.common;
}
