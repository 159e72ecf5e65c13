package org.tessera.implementation;

/** How far a plan reaches. */
public enum Reach {
    TEAM,
    DEPARTMENT,
    SCHOOL,
    DISTRICT
}
