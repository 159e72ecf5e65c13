-- What somebody of a team took on, carried from meeting to meeting until it is done.
CREATE TABLE action_item (
    id       uuid         NOT NULL,
    team_id  uuid         NOT NULL,
    words    varchar(500) NOT NULL,
    owner_id uuid         NOT NULL,
    due      date         NULL,
    made_by  uuid         NOT NULL,
    made_at  datetime(6)  NOT NULL,
    done_at  datetime(6)  NULL,
    PRIMARY KEY (id),
    KEY action_item_team (team_id, done_at),
    CONSTRAINT action_item_team_fk FOREIGN KEY (team_id) REFERENCES team (id)
);
