-- What a person writes for one place of one exact credential version: the text as it is now, and as it was.
create table writing
(
    id                 uuid         not null primary key,
    person_id          uuid         not null,
    credential_id      varchar(80)  not null,
    credential_version varchar(20)  not null,
    part               varchar(80)  not null,
    body               mediumtext   not null,
    -- counts what was saved: optimistic locking
    version            int          not null,
    saved_at           datetime(6)  not null,
    constraint writing_once unique (person_id, credential_id, credential_version, part),
    constraint writing_person foreign key (person_id) references person (id),
    constraint writing_credential foreign key (credential_id, credential_version)
        references credential_version (credential_id, version)
);

-- One row for each stretch of writing in one window. Only the last of a window still changes, while the stretch goes on.
create table writing_version
(
    writing_id uuid        not null,
    number     int         not null,
    -- the window it was typed in
    tab        uuid        not null,
    body       mediumtext  not null,
    -- typed in a window that did not know of what another had saved: kept, but never the text itself
    is_beside  boolean     not null,
    begun_at   datetime(6) not null,
    saved_at   datetime(6) not null,
    primary key (writing_id, number),
    constraint writing_version_writing foreign key (writing_id) references writing (id)
);

-- What a person read and quotes.
create table cited_source
(
    id        uuid         not null primary key,
    person_id uuid         not null,
    kind      varchar(10)  not null,
    authors   varchar(500) not null,
    year      varchar(10)  not null,
    title     varchar(500) not null,
    container varchar(500) not null,
    address   varchar(500) not null,
    added_at  datetime(6)  not null,
    key cited_source_person (person_id),
    constraint cited_source_person_fk foreign key (person_id) references person (id)
);
