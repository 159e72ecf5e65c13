-- A team's plan for a term. Its meetings, what they are for and who leads them are one JSON document: they are only ever
-- read and changed together.
CREATE TABLE team_plan (
    id         uuid        NOT NULL,
    team_id    uuid        NOT NULL,
    content    mediumtext  NOT NULL,
    -- counts the changes: optimistic locking
    version    bigint      NOT NULL,
    made_by    uuid        NOT NULL,
    made_at    datetime(6) NOT NULL,
    changed_by uuid        NOT NULL,
    changed_at datetime(6) NOT NULL,
    PRIMARY KEY (id),
    KEY team_plan_team (team_id, made_at),
    CONSTRAINT team_plan_team_fk FOREIGN KEY (team_id) REFERENCES team (id)
);
