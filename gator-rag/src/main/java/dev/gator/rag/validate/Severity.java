package dev.gator.rag.validate;

/** How bad a finding is. */
public enum Severity {
    /** The script may not be used. */
    ERROR,
    /** The script could be better. */
    WARNING
}
