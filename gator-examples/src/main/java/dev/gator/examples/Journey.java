package dev.gator.examples;

import java.io.PrintStream;

/** Something a user does with Gator, short enough to read. Runs with nothing configured and without a network. */
@FunctionalInterface
public interface Journey {

    /** Runs it and prints what a user would see. */
    void run(PrintStream out);
}
