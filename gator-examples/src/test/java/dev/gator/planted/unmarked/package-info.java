/** Classes that break every rule on purpose: the rules must find them. This one lacks the null mark. */
package dev.gator.planted.unmarked;
