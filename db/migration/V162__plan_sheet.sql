-- A plan as somebody is filling it in, before it is made: one sheet for each person and team, gone when the plan is made.
CREATE TABLE plan_sheet (
    team_id   uuid        NOT NULL,
    person_id uuid        NOT NULL,
    content   mediumtext  NOT NULL,
    saved_at  datetime(6) NOT NULL,
    PRIMARY KEY (team_id, person_id),
    CONSTRAINT plan_sheet_team FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT plan_sheet_person FOREIGN KEY (person_id) REFERENCES person (id)
);
