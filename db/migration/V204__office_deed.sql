-- What officers of a district did to its schools, teams and people. A line is never changed.
create table office_deed
(
    id          bigint       not null auto_increment primary key,
    district_id uuid         not null,
    kind        varchar(30)  not null,
    -- who did it; nobody for the installation itself
    by_id       uuid         null,
    -- to whom
    person_id   uuid         null,
    -- to which school or team, as it was called then
    thing       varchar(250) not null,
    at          datetime(6)  not null,
    key office_deed_district (district_id, id),
    constraint office_deed_district_fk foreign key (district_id) references district (id),
    constraint office_deed_by_fk foreign key (by_id) references person (id),
    constraint office_deed_person_fk foreign key (person_id) references person (id)
);
