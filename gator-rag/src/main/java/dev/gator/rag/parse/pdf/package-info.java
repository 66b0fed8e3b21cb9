/** PDF, read through PDFBox behind checks for what its streams unpack to. */
@NullMarked
package dev.gator.rag.parse.pdf;

import org.jspecify.annotations.NullMarked;
