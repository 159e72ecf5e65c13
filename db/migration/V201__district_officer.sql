-- Who acts for a district: adds people, names assessors, stands by badges, owns the table of credit.
create table district_officer
(
    district_id uuid        not null,
    person_id   uuid        not null,
    -- the officer who named this one; nobody for those the installation names itself
    named_by    uuid        null,
    named_at    datetime(6) not null,
    primary key (district_id, person_id),
    constraint district_officer_district_fk foreign key (district_id) references district (id),
    constraint district_officer_person_fk foreign key (person_id) references person (id),
    constraint district_officer_named_by_fk foreign key (named_by) references person (id)
);
