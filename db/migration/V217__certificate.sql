-- That an assessor may give levels for a credential where the district lets only certified ones do so.
create table certificate
(
    id            uuid         not null primary key,
    person_id     uuid         not null,
    credential_id varchar(80)  not null,
    from_at       datetime(6)  not null,
    until_at      datetime(6)  not null,
    -- percent of rows with the true level
    exact         int          not null,
    -- nothing where everybody gave the same level everywhere
    kappa         decimal(4,3) null,
    -- when it ended before its time, because levels had drifted
    ended_at      datetime(6)  null,
    -- when its owner was told that it ends soon
    reminded_at   datetime(6)  null,
    key certificate_person (person_id, credential_id, from_at),
    key certificate_until (until_at),
    constraint certificate_person_fk foreign key (person_id) references person (id)
);
