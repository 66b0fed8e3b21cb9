package dev.gator.local;

/** A turn of a conversation in the terms of a chat template: {@code system}, {@code user} or {@code assistant}. */
record GgufTurn(String role, String content) {}
