/**
 * What many texts are about: texts of like meaning become a topic, named by the words that set it apart from the others. For
 * conversations, comments, reviews or any other short texts. The same texts always give the same topics.
 */
@NullMarked
package dev.gator.rag.cluster;

import org.jspecify.annotations.NullMarked;
