package org.tessera.conversation;

/** The groups with whom conversations are held. */
public enum Stakeholders {
    STUDENTS,
    PARENTS,
    TEACHERS,
    COMMUNITY
}
