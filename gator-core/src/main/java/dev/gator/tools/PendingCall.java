package dev.gator.tools;

import dev.gator.json.Json;
import dev.gator.tool.ToolSpec;

/**
 * A call of a changing tool that waits for approval.
 *
 * @param tool what is to be called
 * @param arguments with what, valid against the tool's schema
 * @param untrusted whether text from outside, tool results included, was part of what made the model call it
 */
public record PendingCall(ToolSpec tool, Json arguments, boolean untrusted) {}
