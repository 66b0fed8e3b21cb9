package dev.gator.store;

/** Whether a conversation goes on. */
public enum ConversationState {
    /** It goes on; only now can messages be added. */
    ACTIVE,
    /** It rests and can go on. */
    PAUSED,
    /** It is over and put away; it can be taken out again. */
    ARCHIVED,
    /** It was stopped for good reason, and stays so. */
    BLOCKED;

    /** Returns whether the state may change so. */
    public boolean mayBecome(ConversationState next) {
        return switch (this) {
            case ACTIVE -> next != ACTIVE;
            case PAUSED -> next != PAUSED;
            case ARCHIVED -> next == ACTIVE || next == BLOCKED;
            case BLOCKED -> false;
        };
    }
}
