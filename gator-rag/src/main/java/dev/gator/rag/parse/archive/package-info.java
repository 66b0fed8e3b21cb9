/** ZIP archives of strangers, read in place: names that climb, lies about sizes and bombs are refused. */
@NullMarked
package dev.gator.rag.parse.archive;

import org.jspecify.annotations.NullMarked;
