-- Names of students a team wants to have looked for. Nobody is ever shown them again: they are sealed with a key that is
-- not in the database, and opened only for a search.
CREATE TABLE team_roster
(
    team_id   UUID        NOT NULL PRIMARY KEY,
    sealed    MEDIUMBLOB  NOT NULL,
    names     INT         NOT NULL,
    person_id UUID        NOT NULL,
    at        DATETIME(6) NOT NULL,
    CONSTRAINT team_roster_team FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT team_roster_person FOREIGN KEY (person_id) REFERENCES person (id)
);
