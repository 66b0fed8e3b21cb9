/**
 * Why a reply is what it is: a recorder turns the events of a call into a tree, and exporters turn the tree into JSON, a
 * diagram or a page that people like to look at.
 */
@NullMarked
package dev.gator.explain;

import org.jspecify.annotations.NullMarked;
