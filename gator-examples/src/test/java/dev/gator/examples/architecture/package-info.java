/** The rules of the house, checked over the compiled classes of every module. */
@NullMarked
package dev.gator.examples.architecture;

import org.jspecify.annotations.NullMarked;
