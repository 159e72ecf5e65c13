package org.tessera.account;

/** People who meet again and again: a design team, a department, a grade. */
public record Team(TeamId id, SchoolId school, DistrictId district, String name) {}
