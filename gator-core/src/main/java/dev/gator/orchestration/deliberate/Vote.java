package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatReply;

/**
 * A voter's usable answer.
 *
 * @param index the voter's place
 * @param member the voter
 * @param reply what it answered
 * @param exact a text that equal answers share, or an empty text if only the meaning counts
 */
record Vote(int index, Member member, ChatReply reply, String exact) {

    boolean isExact() {
        return !exact.isEmpty();
    }
}
