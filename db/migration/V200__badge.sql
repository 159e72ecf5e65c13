-- The keys that badges are signed with, every one there ever was: who holds a badge must be able to have it checked for ever.
create table badge_key
(
    id         uuid           not null primary key,
    district_id uuid          not null,
    -- the address under which it is published, which is in every badge it signed
    method     varchar(200)   not null,
    -- the issuer whose key it is
    controller varchar(200)   not null,
    -- the public half
    multikey   varchar(64)    not null,
    -- the private half, sealed with a key that is no part of the database
    sealed     varbinary(400) not null,
    from_at    datetime(6)    not null,
    -- since when it signs nothing any more
    until_at   datetime(6)    null,
    unique key badge_key_method (method),
    constraint badge_key_district_fk foreign key (district_id) references district (id)
);

-- What was awarded. The credential is kept as it was signed and never changes.
create table badge
(
    id              uuid         not null primary key,
    person_id       uuid         not null,
    -- who issued it
    district_id     uuid         not null,
    achievement     varchar(80)  not null,
    version         varchar(20)  not null,
    is_stack        boolean      not null,
    -- what the award rests on; the same award leads to the same badge
    manifest_sha256 char(64)     not null,
    content         mediumtext   not null,
    -- the id of the issuer in it, whose keys also sign its lists
    controller      varchar(200) not null,
    -- its place in the issuer's lists of revoked and of suspended badges, drawn by lot so that it tells nothing
    list            int          not null,
    place           int          not null,
    awarded_at      datetime(6)  not null,
    issued_at       datetime(6)  not null,
    expires_at      datetime(6)  null,
    unique key badge_award (person_id, achievement, version, manifest_sha256),
    unique key badge_place (district_id, list, place),
    constraint badge_person_fk foreign key (person_id) references person (id),
    constraint badge_district_fk foreign key (district_id) references district (id)
);

-- The badges that a stack's badge rests on; it stands only as long as they do.
create table badge_part
(
    stack_id uuid not null,
    badge_id uuid not null,
    primary key (stack_id, badge_id),
    constraint badge_part_stack_fk foreign key (stack_id) references badge (id),
    constraint badge_part_badge_fk foreign key (badge_id) references badge (id)
);

-- What the issuer did with it since, and why. The last line says its status; a line is never changed.
create table badge_deed
(
    id        bigint        not null auto_increment primary key,
    badge_id  uuid          not null,
    deed      varchar(20)   not null,
    reason    varchar(1000) not null,
    person_id uuid          not null,
    at        datetime(6)   not null,
    key badge_deed_badge (badge_id, id),
    constraint badge_deed_badge_fk foreign key (badge_id) references badge (id)
);

-- That its earner lets everybody see it, and until when.
create table badge_showing
(
    badge_id uuid        not null primary key,
    -- whether with the earner's name
    is_named boolean     not null,
    from_at  datetime(6) not null,
    until_at datetime(6) not null,
    constraint badge_showing_badge_fk foreign key (badge_id) references badge (id) on delete cascade
);
