-- A decided case that assessors try themselves on. It keeps the copy of the case; its true levels are what was found.
create table anchor
(
    case_id       uuid        not null primary key,
    district_id   uuid        not null,
    credential_id varchar(80) not null,
    -- what the earner says: ASKED, GIVEN, REFUSED, TAKEN_BACK
    consent       varchar(20) not null,
    proposed_by   uuid        not null,
    proposed_at   datetime(6) not null,
    answered_at   datetime(6) null,
    key anchor_district (district_id, credential_id),
    constraint anchor_case_fk foreign key (case_id) references assessment_case (id),
    constraint anchor_district_fk foreign key (district_id) references district (id),
    constraint anchor_proposed_by_fk foreign key (proposed_by) references person (id)
);
