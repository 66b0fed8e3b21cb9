package dev.gator.rag.parse.code;

/** What a named part of a program is. */
public enum SymbolKind {
    /** A class, interface, record, struct, trait, module or whatever else holds other symbols. */
    TYPE,
    /** A function, method or constructor. */
    FUNCTION
}
