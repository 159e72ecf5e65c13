package org.tessera.needs;

/** As what somebody was asked: the role, never the name. */
public enum Asked {
    STUDENT,
    PARENT,
    TEACHER,
    LEADER,
    COMMUNITY
}
