package dev.gator.rag.validate;

import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;

/** Measures something about scripts that depends on more than the brief. It advises; it makes no script invalid. */
@FunctionalInterface
public interface Measure {

    /** Returns the score of a script. Called on the thread that makes the script, from many threads at once. */
    Score of(ReelScript script, BrandProfile brand, ScriptRequest request);
}
