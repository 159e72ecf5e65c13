-- Who belongs where: a district has schools, a school has teams, people sit in teams.

CREATE TABLE district (
    id   uuid         NOT NULL PRIMARY KEY,
    name varchar(200) NOT NULL
);

CREATE TABLE school (
    id          uuid         NOT NULL PRIMARY KEY,
    district_id uuid         NOT NULL,
    name        varchar(200) NOT NULL,
    CONSTRAINT school_district FOREIGN KEY (district_id) REFERENCES district (id)
);

CREATE TABLE team (
    id        uuid         NOT NULL PRIMARY KEY,
    school_id uuid         NOT NULL,
    name      varchar(200) NOT NULL,
    CONSTRAINT team_school FOREIGN KEY (school_id) REFERENCES school (id)
);

CREATE TABLE person (
    id            uuid         NOT NULL PRIMARY KEY,
    district_id   uuid         NOT NULL,
    school_id     uuid         NULL,
    name          varchar(200) NOT NULL,
    email         varchar(254) NOT NULL,
    password_hash varchar(200) NOT NULL,
    locale        varchar(35)  NOT NULL,
    made_at       datetime(6)  NOT NULL,
    is_disabled   boolean      NOT NULL DEFAULT FALSE,
    CONSTRAINT person_email UNIQUE (email),
    CONSTRAINT person_district FOREIGN KEY (district_id) REFERENCES district (id),
    CONSTRAINT person_school FOREIGN KEY (school_id) REFERENCES school (id)
);

CREATE TABLE team_person (
    team_id   uuid NOT NULL,
    person_id uuid NOT NULL,
    PRIMARY KEY (team_id, person_id),
    CONSTRAINT team_person_team FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT team_person_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- One browser that signed in. Only the hash of its cookie is kept; a row with ended_at lets nobody in.
CREATE TABLE sign_in (
    id         uuid        NOT NULL PRIMARY KEY,
    token_hash binary(32)  NOT NULL,
    person_id  uuid        NULL,
    guest_id   uuid        NULL,
    made_at    datetime(6) NOT NULL,
    used_at    datetime(6) NOT NULL,
    ended_at   datetime(6) NULL,
    CONSTRAINT sign_in_token_hash UNIQUE (token_hash),
    CONSTRAINT sign_in_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT sign_in_of_one CHECK ((person_id IS NULL) <> (guest_id IS NULL))
);
