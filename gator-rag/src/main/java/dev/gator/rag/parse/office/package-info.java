/**
 * Documents of Word, PowerPoint and Excel since 2007. They are archives of XML, and Gator reads of them what a search needs:
 * words, headings, lists, tables and notes. Formulas, macros and links to other files are never followed.
 */
@NullMarked
package dev.gator.rag.parse.office;

import org.jspecify.annotations.NullMarked;
