/**
 * What happens after a script was shown: outcomes are kept, weighed by how many people saw them, and shape what comes next,
 * namely which examples are found, how a script begins, and which variation is offered first.
 */
@NullMarked
package dev.gator.rag.learn;

import org.jspecify.annotations.NullMarked;
