-- What a team writes together: interviews, goals, steps, conversations. The body is one JSON document of its kind: it is
-- only ever read and changed as a whole.
create table entry
(
    id         uuid        not null primary key,
    team_id    uuid        not null,
    kind       varchar(40) not null,
    body       mediumtext  not null,
    -- counts what was saved: optimistic locking
    version    int         not null,
    made_at    datetime(6) not null,
    changed_by uuid        not null,
    changed_at datetime(6) not null,
    key entry_team (team_id, kind, made_at),
    constraint entry_team_fk foreign key (team_id) references team (id)
);

-- One row for each stretch of one person's writing. Only the last of a person still changes, while the stretch goes on.
create table entry_version
(
    entry_id  uuid        not null,
    number    int         not null,
    body      mediumtext  not null,
    -- typed without knowing of what somebody else had saved in the same field: kept, but never the entry itself
    is_beside boolean     not null,
    typed_by  uuid        not null,
    saved_at  datetime(6) not null,
    primary key (entry_id, number),
    constraint entry_version_entry foreign key (entry_id) references entry (id) on delete cascade
);
