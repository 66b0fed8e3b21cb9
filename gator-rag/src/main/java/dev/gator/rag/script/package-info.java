/**
 * The brief and the script: who speaks, to whom, what for, the rules a script has to follow, and examples of scripts that
 * did well. One {@link dev.gator.rag.script.ReelRules} makes the words of the prompt and the judgement of the answer.
 */
@NullMarked
package dev.gator.rag.script;

import org.jspecify.annotations.NullMarked;
