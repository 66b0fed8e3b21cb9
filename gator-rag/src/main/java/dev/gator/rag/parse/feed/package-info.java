/** Feeds of the web: RSS in all its versions and Atom, as documents or as entries for code that watches them. */
@NullMarked
package dev.gator.rag.parse.feed;

import org.jspecify.annotations.NullMarked;
