package dev.gator.local;

import java.util.List;

/** A tensor's entry in a GGUF file. */
record GgufTensor(String name, List<Long> shape, long bytes) {}
