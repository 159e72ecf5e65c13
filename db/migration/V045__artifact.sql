-- What rooms leave behind. A row is one immutable version: a phase that runs again leaves a further one. No foreign
-- key to the room: an artifact outlives it.
create table artifact
(
    id              uuid         not null primary key,
    room_id         uuid         not null,
    team_id         uuid         not null,
    room_title      varchar(200) not null,
    phase           varchar(80)  not null,
    yield_id        varchar(80)  not null,
    -- counts the versions this room left of this yield, from 1
    version         int          not null,
    -- the name by language tag
    name            json         not null,
    pack_id         varchar(80)  not null,
    pack_version    varchar(20)  not null,
    aspect          varchar(80)  not null,
    from_seq        bigint       not null,
    to_seq          bigint       not null,
    planned_minutes int          not null,
    actual_seconds  int          not null,
    -- canonical JSON, exactly the bytes the checksum was taken of; not a JSON column, which may reformat
    content         longtext     not null,
    sha256          binary(32)   not null,
    made_at         datetime(6)  not null,
    constraint artifact_version unique (room_id, yield_id, version),
    constraint artifact_team foreign key (team_id) references team (id),
    index artifact_of_team (team_id, made_at)
);

-- Who was in the room when the artifact was made. Guests are people of that one room, so no foreign key.
create table artifact_person
(
    artifact_id         uuid        not null,
    person_id           uuid        not null,
    is_guest            boolean     not null,
    role                varchar(20) not null,
    -- time in the facilitator's role, in the whole room up to then
    facilitated_seconds int         not null,
    primary key (artifact_id, person_id),
    constraint artifact_person_artifact foreign key (artifact_id) references artifact (id),
    index artifact_person_of_person (person_id)
);

create trigger artifact_is_immutable before update on artifact
    for each row signal sqlstate '45000' set message_text = 'an artifact is never changed';

create trigger artifact_person_is_immutable before update on artifact_person
    for each row signal sqlstate '45000' set message_text = 'an artifact is never changed';
