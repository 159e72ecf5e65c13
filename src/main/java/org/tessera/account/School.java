package org.tessera.account;

/** A school of a district. */
public record School(SchoolId id, DistrictId district, String name) {}
