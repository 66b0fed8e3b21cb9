package dev.gator.local;

import dev.gator.chat.Sampling;
import java.util.Optional;

/** How the next token is chosen: by the caller's settings, within a grammar if there is one. */
record TokenChoice(Sampling sampling, long seed, Optional<String> grammar) {}
