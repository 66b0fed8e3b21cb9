/**
 * From a script to its pictures: the words are cut into shots by rule, so that a plan always fits its script; a model, or more
 * rules, imagine what is seen.
 */
@NullMarked
package dev.gator.rag.studio.shot;

import org.jspecify.annotations.NullMarked;
