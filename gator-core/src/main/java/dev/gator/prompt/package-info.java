/**
 * What models are told: templates with named slots and versions, personas compiled to system messages, and questions whose
 * answers are records.
 */
@NullMarked
package dev.gator.prompt;

import org.jspecify.annotations.NullMarked;
