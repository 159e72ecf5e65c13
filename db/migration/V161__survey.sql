-- A survey that was opened. What it asks never changes from then on; a survey that is still being written is an entry.
create table survey
(
    id         uuid         not null primary key,
    team_id    uuid         not null,
    -- what cannot be guessed in its address. It opens nothing but the form
    link       varchar(43)  not null,
    content    mediumtext   not null,
    opened_by  uuid         not null,
    opened_at  datetime(6)  not null,
    -- when it closes by itself
    closes_at  datetime(6)  null,
    -- when somebody closed it
    closed_at  datetime(6)  null,
    unique key survey_link (link),
    key survey_team (team_id, opened_at),
    constraint survey_team_fk foreign key (team_id) references team (id)
);

-- That one form was handed in, and nothing else about it: no time, no address, no person. The ticket is kept by the
-- browser, so that the same form is not counted twice; here only its hash stands.
create table survey_form
(
    survey_id   uuid       not null,
    ticket_hash binary(32) not null,
    primary key (survey_id, ticket_hash),
    constraint survey_form_survey foreign key (survey_id) references survey (id) on delete cascade
);

-- One answer to one question. Nothing says which answers came from the same form: the ids are random, and there is no time.
create table survey_answer
(
    id        uuid        not null primary key,
    survey_id uuid        not null,
    question  varchar(40) not null,
    answer    text        not null,
    key survey_answer_survey (survey_id, question),
    constraint survey_answer_survey foreign key (survey_id) references survey (id) on delete cascade
);
