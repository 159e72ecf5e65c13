package org.tessera.conversation;

/** In what company a conversation is held. */
public enum Setting {
    /** Everybody hears the same message. */
    WHOLE_GROUP,
    /** In a department or another small group, where questions have their place. */
    DEPARTMENT,
    ONE_TO_ONE
}
