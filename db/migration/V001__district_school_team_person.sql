-- People, and the teams, schools and districts they belong to; sign-ins; guests.

create table district (
    id      uuid         not null,
    name    varchar(120) not null,
    made_at datetime(6)  not null,
    primary key (id)
);

create table school (
    id          uuid         not null,
    district_id uuid         not null,
    name        varchar(120) not null,
    made_at     datetime(6)  not null,
    primary key (id),
    constraint school_district foreign key (district_id) references district (id)
);

create table team (
    id        uuid         not null,
    school_id uuid         not null,
    name      varchar(120) not null,
    made_at   datetime(6)  not null,
    primary key (id),
    constraint team_school foreign key (school_id) references school (id)
);

-- email is stored in lower case and compared byte by byte
create table person (
    id            uuid         not null,
    district_id   uuid         not null,
    school_id     uuid,
    name          varchar(120) not null,
    email         varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
    language      varchar(8)   not null,
    password_hash varchar(255) not null,
    made_at       datetime(6)  not null,
    primary key (id),
    unique key person_email (email),
    constraint person_district foreign key (district_id) references district (id),
    constraint person_school foreign key (school_id) references school (id)
);

create table team_person (
    team_id   uuid        not null,
    person_id uuid        not null,
    joined_at datetime(6) not null,
    primary key (team_id, person_id),
    constraint team_person_team foreign key (team_id) references team (id),
    constraint team_person_person foreign key (person_id) references person (id)
);

-- a person of one room only, who gave a code and a name
create table guest (
    id       uuid        not null,
    room_id  uuid        not null,
    name     varchar(60) not null,
    language varchar(8)  not null,
    made_at  datetime(6) not null,
    primary key (id),
    key guest_room (room_id)
);

-- the browser holds a random secret, this table only its SHA-256
create table sign_in (
    id          uuid         not null,
    secret_hash binary(32)   not null,
    person_id   uuid,
    guest_id    uuid,
    device      varchar(160) not null,
    made_at     datetime(6)  not null,
    used_at     datetime(6)  not null,
    ends_at     datetime(6)  not null,
    ended_at    datetime(6),
    primary key (id),
    unique key sign_in_secret (secret_hash),
    key sign_in_person (person_id),
    key sign_in_guest (guest_id),
    constraint sign_in_person foreign key (person_id) references person (id),
    constraint sign_in_guest foreign key (guest_id) references guest (id),
    constraint sign_in_one_owner check ((person_id is null) <> (guest_id is null))
);
