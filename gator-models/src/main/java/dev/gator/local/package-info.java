/**
 * Models that run inside this process: text from GGUF files through llama.cpp, sentence embeddings through ONNX Runtime,
 * and a reranker in plain Java.
 *
 * <p>A model file comes from a stranger and native code trusts it blindly, so every file is read and checked in Java
 * first. The native libraries are optional dependencies and are loaded when a model is first used; where one is missing
 * the error names its Maven coordinates.
 */
@NullMarked
package dev.gator.local;

import org.jspecify.annotations.NullMarked;
