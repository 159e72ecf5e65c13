-- Addresses at which calendar programs fetch planned meetings. Only the hash of what is unguessable in them is kept.
CREATE TABLE calendar_feed (
    token_hash binary(32)  NOT NULL,
    person_id  uuid        NOT NULL,
    -- NULL: the meetings of all the person's teams
    team_id    uuid        NULL,
    made_at    datetime(6) NOT NULL,
    PRIMARY KEY (token_hash),
    KEY calendar_feed_person (person_id, team_id),
    CONSTRAINT calendar_feed_team_fk FOREIGN KEY (team_id) REFERENCES team (id)
);
