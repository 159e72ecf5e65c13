-- What one person hands in for one exact credential version. Everything that happens to it is kept in order; what was
-- handed in stands whole in its event and never changes.
create table submission
(
    id                 uuid        not null primary key,
    person_id          uuid        not null,
    credential_id      varchar(80) not null,
    credential_version varchar(20) not null,
    begun_at           datetime(6) not null,
    constraint submission_once unique (person_id, credential_id, credential_version),
    constraint submission_person foreign key (person_id) references person (id),
    constraint submission_credential foreign key (credential_id, credential_version)
        references credential_version (credential_id, version)
);

create table submission_event
(
    submission_id uuid        not null,
    -- from 1 without a gap: whoever decided on an older state finds its place taken
    seq           int         not null,
    type          varchar(20) not null,
    body          mediumtext  not null,
    at            datetime(6) not null,
    primary key (submission_id, seq),
    constraint submission_event_submission foreign key (submission_id) references submission (id)
);

-- Who helps before something is handed in, until the earner takes the invitation back.
create table invitation
(
    id            uuid        not null primary key,
    submission_id uuid        not null,
    invited_id    uuid        not null,
    kind          varchar(10) not null,
    invited_at    datetime(6) not null,
    withdrawn_at  datetime(6) null,
    key invitation_invited (invited_id),
    constraint invitation_submission foreign key (submission_id) references submission (id),
    constraint invitation_invited_fk foreign key (invited_id) references person (id)
);

-- What helpers say about drafts. It belongs to no hand-in.
create table submission_comment
(
    id            uuid          not null primary key,
    invitation_id uuid          not null,
    -- the part or row it is about
    spot          varchar(100)  not null,
    -- the words it is about; empty for all of it
    passage       varchar(1000) not null,
    body          varchar(4000) not null,
    said_at       datetime(6)   not null,
    resolved_at   datetime(6)   null,
    constraint submission_comment_invitation foreign key (invitation_id) references invitation (id)
);
