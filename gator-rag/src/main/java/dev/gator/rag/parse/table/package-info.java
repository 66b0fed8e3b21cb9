/** Tables and records: comma-separated values, sheets and JSON, with the type of every column told. */
@NullMarked
package dev.gator.rag.parse.table;

import org.jspecify.annotations.NullMarked;
