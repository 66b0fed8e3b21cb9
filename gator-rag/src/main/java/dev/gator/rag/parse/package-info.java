/**
 * Files of strangers become documents here. {@link dev.gator.rag.parse.Parsers} is the door: it tells what a file is from
 * its bytes and its name, finds the {@link dev.gator.rag.parse.DocumentParser} for it and keeps it within
 * {@link dev.gator.rag.parse.ParseLimits}. A parser reads a {@link dev.gator.rag.parse.Source}, which counts every byte,
 * and writes a {@link dev.gator.rag.parse.Draft}, which counts every character and keeps the offsets right. Whatever the
 * bytes are, the outcome is a document or a {@link dev.gator.error.GatorException} that names the file.
 */
@NullMarked
package dev.gator.rag.parse;

import org.jspecify.annotations.NullMarked;
