-- A hand-in on its way to a result. Nothing an assessor gets to see leads from a case to its submission.
create table assessment_case
(
    id                 uuid        not null primary key,
    submission_id      uuid        not null,
    -- which hand-in of the submission it is, from 1
    hand_in            int         not null,
    -- whose panel assesses it
    district_id        uuid        not null,
    credential_id      varchar(80) not null,
    credential_version varchar(20) not null,
    brief              mediumtext  not null,
    opened_at          datetime(6) not null,
    -- when there was a result or it went back; nothing while it is open
    settled_at         datetime(6) null,
    unique key assessment_case_hand_in (submission_id, hand_in),
    key assessment_case_district (district_id, opened_at),
    constraint assessment_case_submission_fk foreign key (submission_id) references submission (id),
    constraint assessment_case_district_fk foreign key (district_id) references district (id),
    constraint assessment_case_credential_fk foreign key (credential_id, credential_version)
        references credential_version (credential_id, version)
);

-- Everything that happened to a case, in order. It tells tasks, never people.
create table case_event
(
    case_id uuid        not null,
    -- from 1 without a gap: whoever decided on an older state finds its place taken
    seq     int         not null,
    body    mediumtext  not null,
    at      datetime(6) not null,
    primary key (case_id, seq),
    constraint case_event_case_fk foreign key (case_id) references assessment_case (id)
);

-- Who was drawn for what. The one place that knows.
create table case_task
(
    id        uuid        not null primary key,
    case_id   uuid        not null,
    task      varchar(20) not null,
    person_id uuid        not null,
    drawn_at  datetime(6) not null,
    -- until when it is held for this person
    until_at  datetime(6) not null,
    ended_at  datetime(6) null,
    -- done, lapsed, given back, conflict
    ending    varchar(20) null,
    key case_task_case (case_id, task),
    key case_task_person (person_id, ended_at),
    constraint case_task_case_fk foreign key (case_id) references assessment_case (id),
    constraint case_task_person_fk foreign key (person_id) references person (id)
);

-- What an assessor has chosen so far and not yet handed in. The words beside it are kept where all writing is.
create table case_choice
(
    case_id   uuid        not null,
    task      varchar(20) not null,
    person_id uuid        not null,
    -- a row of the rubric; in the check a part or requirement
    place     varchar(80) not null,
    -- a level; in the check what is missing
    choice    varchar(40) not null,
    primary key (case_id, task, person_id, place),
    constraint case_choice_case_fk foreign key (case_id) references assessment_case (id),
    constraint case_choice_person_fk foreign key (person_id) references person (id)
);

-- What assessors read: made once when a case is opened, without anything that tells whose it is.
create table case_copy
(
    case_id  uuid       not null,
    language varchar(8) not null,
    body     longtext   not null,
    primary key (case_id, language),
    constraint case_copy_case_fk foreign key (case_id) references assessment_case (id)
);

create table case_picture
(
    case_id uuid     not null,
    number  int      not null,
    png     longblob not null,
    primary key (case_id, number),
    constraint case_picture_case_fk foreign key (case_id) references assessment_case (id)
);

-- The digest of what was assessed, which a badge is awarded for.
create table case_manifest
(
    case_id uuid     not null primary key,
    sha256  char(64) not null,
    constraint case_manifest_case_fk foreign key (case_id) references assessment_case (id)
);

-- Who assesses for a district, and what.
create table panel_member
(
    district_id uuid         not null,
    person_id   uuid         not null,
    -- the tasks, separated by blanks
    tasks       varchar(120) not null,
    named_by    uuid         not null,
    named_at    datetime(6)  not null,
    primary key (district_id, person_id),
    constraint panel_member_district_fk foreign key (district_id) references district (id),
    constraint panel_member_person_fk foreign key (person_id) references person (id),
    constraint panel_member_named_by_fk foreign key (named_by) references person (id)
);

-- How a district assesses a credential; nothing where the usual holds.
create table assessment_scheme
(
    district_id       uuid        not null,
    credential_id     varchar(80) not null,
    is_second_scored  boolean     not null,
    is_approved       boolean     not null,
    is_certified_only boolean     not null,
    text_scale        varchar(40) not null,
    evidence_scale    varchar(40) not null,
    changed_by        uuid        not null,
    changed_at        datetime(6) not null,
    primary key (district_id, credential_id),
    constraint assessment_scheme_district_fk foreign key (district_id) references district (id),
    constraint assessment_scheme_person_fk foreign key (changed_by) references person (id)
);

-- Where a district's clock hangs, and the days on which nobody works there.
create table assessment_zone
(
    district_id uuid        not null primary key,
    zone        varchar(60) not null,
    constraint assessment_zone_district_fk foreign key (district_id) references district (id)
);

create table assessment_closed_day
(
    district_id uuid         not null,
    day         date         not null,
    name        varchar(120) not null,
    primary key (district_id, day),
    constraint assessment_closed_day_district_fk foreign key (district_id) references district (id)
);
